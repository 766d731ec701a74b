package dev.modmon.cli.quickstart.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A Java runtime for inside a container, made from the one that runs this.
final class JavaRuntime {
    private static final String MODULES = "java.base,jdk.httpserver";

    private JavaRuntime() {}

    /// @param target a folder that is not there yet
    /// @return the runtime: the target, or the running one itself when it has no `jlink`
    static Path in(Path target) throws IOException, InterruptedException, ImageException {
        Path running = Path.of(System.getProperty("java.home"));
        Path jlink = running.resolve("bin/jlink");
        if (!Files.isExecutable(jlink)) {
            return running;
        }
        link(jlink, target);
        return target;
    }

    private static void link(Path jlink, Path target)
            throws IOException, InterruptedException, ImageException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        jlink.toString(),
                                        "--add-modules",
                                        MODULES,
                                        // Not --strip-debug: it calls objcopy, which Debian's JDK
                                        // comes without.
                                        "--strip-java-debug-attributes",
                                        "--no-header-files",
                                        "--no-man-pages",
                                        "--generate-cds-archive",
                                        "--output",
                                        target.toString()))
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new ImageException(
                    "'%s' cannot make a Java runtime: %s".formatted(jlink, output.strip()));
        }
    }
}
