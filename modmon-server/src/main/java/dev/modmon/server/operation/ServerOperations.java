package dev.modmon.server.operation;

import dev.modmon.core.api.VersionReport;
import java.util.List;
import java.util.function.Supplier;

/// What can be asked about the server itself.
public final class ServerOperations {
    private final Supplier<VersionReport> version;
    private final Supplier<byte[]> openApi;

    public ServerOperations(Supplier<VersionReport> version, Supplier<byte[]> openApi) {
        this.version = version;
        this.openApi = openApi;
    }

    public List<Operation> rows() {
        return List.of(
                Operation.get("version", "/v1/version")
                        .summary("Versions of the server, its API and its engine.")
                        .forKnownCallers()
                        .answers(VersionReport.class)
                        .by(_ -> new Reply.Value(version.get())),
                Operation.get("openapi", "/v1/openapi.json")
                        .summary("This document.")
                        .forKnownCallers()
                        .answersDocument()
                        .by(_ -> new Reply.Document(openApi.get())));
    }
}
