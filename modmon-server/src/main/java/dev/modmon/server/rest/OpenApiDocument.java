package dev.modmon.server.rest;

import dev.modmon.core.access.Permission;
import dev.modmon.core.api.Problem;
import dev.modmon.server.operation.Input;
import dev.modmon.server.operation.Operation;
import dev.modmon.server.operation.OperationTable;
import dev.modmon.server.operation.Output;
import dev.modmon.server.operation.Query;
import dev.modmon.server.operation.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The table of operations as an OpenAPI 3.1 document.
public final class OpenApiDocument {
    private static final Pattern PATH_PART = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final Schemas schemas = new Schemas();

    private OpenApiDocument() {}

    public static Map<String, Object> of(OperationTable table, String version) {
        return new OpenApiDocument().build(table, version);
    }

    private Map<String, Object> build(OperationTable table, String version) {
        Map<String, Object> paths = new TreeMap<>();
        for (Operation operation : table.operations()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> item =
                    (Map<String, Object>)
                            paths.computeIfAbsent(operation.path(), _ -> new TreeMap<>());
            item.put(operation.verb().name().toLowerCase(Locale.ROOT), describe(operation));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "modmon-server", "version", version));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.named(),
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private Map<String, Object> describe(Operation operation) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("operationId", operation.name());
        described.put("summary", operation.summary());
        described.put("x-modmon-permission", permission(operation.requirement()));
        List<Object> parameters = parameters(operation);
        if (!parameters.isEmpty()) {
            described.put("parameters", parameters);
        }
        switch (operation.input()) {
            case Input.None() -> {}
            case Input.Json(var type) ->
                    described.put("requestBody", body("application/json", schemas.of(type)));
            case Input.Binary(var mediaType, _) ->
                    described.put("requestBody", body(mediaType, Map.of()));
        }
        described.put("responses", responses(operation.output()));
        return described;
    }

    private static String permission(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Known() -> "";
            case Requirement.InProject(var permission, _) ->
                    permission.map(Permission::spelling).orElse("");
            case Requirement.SomewhereInProject(var permission) -> permission.spelling();
            case Requirement.OnServer(var permission) -> permission.spelling();
        };
    }

    private static List<Object> parameters(Operation operation) {
        List<Object> parameters = new ArrayList<>();
        Matcher matcher = PATH_PART.matcher(operation.path());
        while (matcher.find()) {
            parameters.add(
                    Map.of(
                            "name",
                            matcher.group(1),
                            "in",
                            "path",
                            "required",
                            true,
                            "schema",
                            TEXT));
        }
        for (Query query : operation.queries()) {
            parameters.add(
                    Map.of(
                            "name",
                            query.name(),
                            "in",
                            "query",
                            "description",
                            query.summary(),
                            "schema",
                            schema(query.kind())));
        }
        return parameters;
    }

    private static Map<String, Object> schema(Query.Kind kind) {
        return switch (kind) {
            case TEXT -> TEXT;
            case FLAG -> Map.of("type", "boolean", "default", false);
            case NUMBER -> Map.of("type", "integer", "minimum", 0);
        };
    }

    private static Map<String, Object> body(String mediaType, Map<String, Object> schema) {
        return Map.of("required", true, "content", content(mediaType, schema));
    }

    private static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
        return Map.of(mediaType, schema.isEmpty() ? Map.of() : Map.of("schema", schema));
    }

    private Map<String, Object> responses(Output output) {
        Map<String, Object> responses = new LinkedHashMap<>();
        switch (output) {
            case Output.Json(var status, var type) ->
                    responses.put(
                            String.valueOf(status),
                            response("Done.", "application/json", schemas.of(type)));
            case Output.Lines(var type) ->
                    responses.put(
                            "200",
                            response(
                                    "One JSON value a line; empty lines mean nothing.",
                                    "application/x-ndjson",
                                    schemas.of(type)));
            case Output.Document() ->
                    responses.put("200", response("Done.", "application/json", Map.of()));
        }
        responses.put(
                "default",
                response(
                        "A problem (RFC 9457).",
                        "application/problem+json",
                        schemas.of(Problem.class)));
        return responses;
    }

    private static Map<String, Object> response(
            String description, String mediaType, Map<String, Object> schema) {
        return Map.of("description", description, "content", content(mediaType, schema));
    }
}
