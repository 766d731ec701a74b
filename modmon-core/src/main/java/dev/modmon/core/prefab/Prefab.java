package dev.modmon.core.prefab;

import dev.modmon.core.edit.YamlFragment;
import dev.modmon.core.project.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A template of a service: image, health check, volume, limits, and the variables that tell apps of it.
public enum Prefab {
    POSTGRES(Kind.DATABASE),
    MYSQL(Kind.DATABASE),
    MARIADB(Kind.DATABASE),
    MONGODB(Kind.DATABASE),
    REDIS(Kind.DATABASE),
    MEMCACHED(Kind.DATABASE),
    ELASTICSEARCH(Kind.SERVER),
    MEILISEARCH(Kind.SERVER),
    TYPESENSE(Kind.SERVER),
    NGINX(Kind.SERVER),
    WEB(Kind.APP),
    WORKER(Kind.APP);

    /// What a prefab is for.
    public enum Kind {
        /// Holds entries of `databases`; its name is also their type.
        DATABASE,
        /// Runs beside the apps.
        SERVER,
        /// Runs the image of an app repo.
        APP
    }

    private static final String UNKNOWN_PORT = "8080";

    private final Kind kind;

    Prefab(Kind kind) {
        this.kind = kind;
    }

    public static Optional<Prefab> of(String name) {
        return Arrays.stream(values()).filter(it -> it.toString().equals(name)).findFirst();
    }

    public static List<String> names(Kind kind) {
        return Arrays.stream(values()).filter(it -> it.kind == kind).map(Prefab::toString).toList();
    }

    public Kind kind() {
        return kind;
    }

    /// In a few words.
    public String summary() {
        return template("").text("summary");
    }

    /// A service that entries of `databases` live on, or that needs none.
    public ServiceDraft service(ServiceName name) {
        return draft(name, UNKNOWN_PORT, false);
    }

    /// A service by itself: what `databases` would give it comes from secrets.
    public ServiceDraft alone(ServiceName name) {
        return draft(name, UNKNOWN_PORT, true);
    }

    /// A service of an app that listens on this port.
    public ServiceDraft listening(ServiceName name, int port) {
        return draft(name, String.valueOf(port), false);
    }

    private ServiceDraft draft(ServiceName name, String port, boolean alone) {
        Template template =
                template(
                        source().replace("<NAME>", name.value())
                                .replace("<VAR>", variable(name.value()))
                                .replace(
                                        "<SECRET>", variable(name.value()).toLowerCase(Locale.ROOT))
                                .replace("<PORT>", port));
        YamlFragment service = template.part("service").orElseThrow();
        return new ServiceDraft(
                alone
                        ? template.part("alone")
                                .map(own -> service.with("environment", own))
                                .orElse(service)
                        : service,
                template.texts("volumes"),
                template.lines("variables"));
    }

    private Template template(String text) {
        return new Template(text.isEmpty() ? source() : text);
    }

    /// What a name is in variables: `my-cache` becomes `MY_CACHE`.
    public static String variable(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return Character.isDigit(upper.charAt(0)) ? "_" + upper : upper;
    }

    private String source() {
        String file = this + ".yaml";
        try (InputStream in = Prefab.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no template " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// As people write it: `postgres`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
