package dev.modmon.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `platform` means in a Swarm: only nodes of that kind may run the task. Nodes call their
/// processors as their own system does, which is not as images do.
final class PlatformConstraints {
    private static final Map<String, String> ARCHITECTURES =
            Map.ofEntries(
                    Map.entry("amd64", "x86_64"),
                    Map.entry("x86_64", "x86_64"),
                    Map.entry("arm64", "aarch64"),
                    Map.entry("arm64/v8", "aarch64"),
                    Map.entry("aarch64", "aarch64"),
                    Map.entry("arm", "armv7l"),
                    Map.entry("arm/v7", "armv7l"),
                    Map.entry("arm/v6", "armv6l"),
                    Map.entry("386", "i686"),
                    Map.entry("ppc64le", "ppc64le"),
                    Map.entry("s390x", "s390x"),
                    Map.entry("riscv64", "riscv64"));

    private PlatformConstraints() {}

    /// Of `linux/arm64`, `linux` or `arm64`; empty for a platform that is not known.
    static Optional<List<String>> of(String platform) {
        int slash = platform.indexOf('/');
        boolean bare = slash < 0;
        String system = bare ? platform : platform.substring(0, slash);
        String processor = bare ? "" : platform.substring(slash + 1);
        if (bare && ARCHITECTURES.containsKey(platform)) {
            system = "linux";
            processor = platform;
        }
        if (!system.equals("linux") && !system.equals("windows")) {
            return Optional.empty();
        }
        List<String> constraints = new ArrayList<>(List.of("node.platform.os==" + system));
        if (!processor.isEmpty()) {
            String named = ARCHITECTURES.get(processor);
            if (named == null) {
                return Optional.empty();
            }
            constraints.add("node.platform.arch==" + named);
        }
        return Optional.of(constraints);
    }
}
