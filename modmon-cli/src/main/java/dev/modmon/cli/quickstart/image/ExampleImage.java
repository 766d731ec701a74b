package dev.modmon.cli.quickstart.image;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// One image of the example.
///
/// @param name with its tag
/// @param role what [dev.modmon.cli.quickstart.app.ExampleApp] is told to be
/// @param broken whether it never gets healthy
record ExampleImage(String name, String role, String version, boolean broken) {
    private static final List<String> JAVA = List.of(BaseLayer.JAVA, "@" + BaseLayer.OPTIONS);

    /// The image's JSON, as the OCI image specification has it, with Docker's health check.
    Map<String, Object> settings(String diffId) {
        return Map.of(
                "architecture",
                architecture(),
                "os",
                "linux",
                "created",
                "2026-01-01T00:00:00Z",
                "config",
                Map.of(
                        "User",
                        Integer.toString(BaseLayer.USER),
                        "Env",
                        List.of("VERSION=" + version, "BROKEN=" + broken),
                        "Entrypoint",
                        JAVA,
                        "Cmd",
                        List.of(role),
                        "WorkingDir",
                        "/data",
                        "Healthcheck",
                        healthcheck()),
                "rootfs",
                Map.of("type", "layers", "diff_ids", List.of(diffId)),
                "history",
                List.of(Map.of("created_by", "modmon quickstart")));
    }

    private static Map<String, Object> healthcheck() {
        List<String> probe =
                Stream.of(Stream.of("CMD"), JAVA.stream(), Stream.of("probe"))
                        .flatMap(words -> words)
                        .toList();
        return Map.of(
                "Test",
                probe,
                "Interval",
                Duration.ofSeconds(2).toNanos(),
                "Timeout",
                Duration.ofSeconds(5).toNanos(),
                "Retries",
                3);
    }

    /// As Docker calls it.
    static String architecture() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> arch;
        };
    }
}
