package dev.modmon.cli.quickstart.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files outside a Java runtime that its programs and libraries are linked with, the loader included.
final class SharedLibraries {
    /// `libz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x…)` or `/lib64/ld-linux-x86-64.so.2 (0x…)`.
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:\\S+ => )?(/[^\\s()]+)(?: \\(0x[0-9a-f]+\\))?\\s*");

    /// Looked up by glibc before 2.34 by name, when a host name is resolved; `ldd` does not list them.
    private static final List<String> NAME_SERVICE =
            List.of("libnss_dns.so.2", "libnss_files.so.2", "libresolv.so.2");

    private SharedLibraries() {}

    static SortedSet<Path> of(Path runtime)
            throws IOException, InterruptedException, ImageException {
        SortedSet<Path> found = new TreeSet<>();
        for (Path binary : binaries(runtime)) {
            Path real = runtime.toRealPath();
            ldd(binary).filter(path -> !path.startsWith(real)).forEach(found::add);
        }
        for (Path libc : List.copyOf(found)) {
            if (libc.getFileName().toString().equals("libc.so.6")) {
                NAME_SERVICE.stream()
                        .map(libc::resolveSibling)
                        .filter(Files::exists)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<Path> binaries(Path runtime) throws IOException {
        try (Stream<Path> files = Files.walk(runtime.resolve("lib"))) {
            Stream<Path> libraries = files.filter(path -> path.toString().endsWith(".so"));
            return Stream.concat(Stream.of(runtime.resolve("bin/java")), libraries).toList();
        }
    }

    private static Stream<Path> ldd(Path binary)
            throws IOException, InterruptedException, ImageException {
        Process ldd =
                new ProcessBuilder(List.of("ldd", binary.toRealPath().toString()))
                        .redirectErrorStream(true)
                        .start();
        String answer = new String(ldd.getInputStream().readAllBytes());
        if (ldd.waitFor() != 0) {
            throw new ImageException(
                    "'ldd %s' does not say what the Java runtime is linked with: %s"
                            .formatted(binary, answer.strip()));
        }
        return answer.lines().map(SharedLibraries::path).flatMap(Optional::stream);
    }

    static Optional<Path> path(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Optional.of(Path.of(matcher.group(1))) : Optional.empty();
    }
}
