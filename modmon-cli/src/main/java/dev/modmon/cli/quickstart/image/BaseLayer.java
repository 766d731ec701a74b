package dev.modmon.cli.quickstart.image;

import dev.modmon.cli.quickstart.app.ExampleApp;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The one layer that all images of the example share: a Java runtime under `/java`, the libraries it is linked with at
/// their usual places, the app under `/app`, and a `/data` that the app may write.
final class BaseLayer {
    static final String JAVA = "/java/bin/java";
    static final String CLASSES = "/app";

    /// How Java is started, once for the service and once for its health check.
    static final String OPTIONS = "/app/options";

    /// Whom the app runs as; any number without a meaning on the host will do.
    static final int USER = 65532;

    /// Large, and not needed to run anything.
    private static final List<String> LEFT_OUT =
            List.of("lib/src.zip", "lib/ct.sym", "jmods", "legal", "man", "include");

    private BaseLayer() {}

    static void write(Path runtime, Path layer)
            throws IOException, InterruptedException, ImageException {
        SortedSet<Path> libraries = SharedLibraries.of(runtime);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(layer));
                TarWriter tar = new TarWriter(out)) {
            runtime(runtime, tar);
            libraries(libraries, tar);
            app(tar);
            settings(tar);
        }
    }

    private static void runtime(Path runtime, TarWriter tar) throws IOException {
        tar.directory("java", TarWriter.EXECUTABLE, 0);
        try (Stream<Path> paths = Files.walk(runtime)) {
            for (Path path : paths.sorted().toList()) {
                String inside = runtime.relativize(path).toString();
                boolean wanted =
                        !inside.isEmpty()
                                && LEFT_OUT.stream()
                                        .noneMatch(left ->
                                                inside.equals(left)
                                                        || inside.startsWith(left + "/"));
                if (wanted) {
                    copy(path, "java/" + inside, tar);
                }
            }
        }
    }

    private static void libraries(SortedSet<Path> libraries, TarWriter tar) throws IOException {
        SortedSet<Path> folders = new TreeSet<>();
        for (Path library : libraries) {
            for (Path up = library.getParent();
                    up != null && up.getNameCount() > 0;
                    up = up.getParent()) {
                folders.add(up);
            }
        }
        for (Path folder : folders) {
            tar.directory(folder.toString().substring(1), TarWriter.EXECUTABLE, 0);
        }
        for (Path library : libraries) {
            copy(library.toRealPath(), library.toString().substring(1), tar);
        }
    }

    private static void app(TarWriter tar) throws IOException {
        String mainClass = ExampleApp.class.getName();
        String file = mainClass.replace('.', '/') + ".class";
        try (InputStream content = BaseLayer.class.getResourceAsStream("/" + file)) {
            if (content == null) {
                throw new IOException("The example's class is missing from Modmon's jar.");
            }
            tar.file(CLASSES.substring(1) + "/" + file, TarWriter.PLAIN, content.readAllBytes());
            tar.file(OPTIONS.substring(1), TarWriter.PLAIN, text(options(mainClass)));
        }
    }

    private static String options(String mainClass) {
        return """
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx24m
        -cp %s %s
        """
                .formatted(CLASSES, mainClass);
    }

    private static void settings(TarWriter tar) throws IOException {
        tar.directory("data", TarWriter.EXECUTABLE, USER);
        tar.directory("tmp", 01777, 0);
        tar.file("etc/passwd", TarWriter.PLAIN, text("app:x:%1$d:%1$d::/data:/\n".formatted(USER)));
        tar.file("etc/group", TarWriter.PLAIN, text("app:x:%d:\n".formatted(USER)));
        tar.file("etc/nsswitch.conf", TarWriter.PLAIN, text("hosts: files dns\n"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Links inside a runtime are short relative ones; everything else is a folder or a file.
    private static void copy(Path path, String name, TarWriter tar) throws IOException {
        if (Files.isSymbolicLink(path) && !Files.isRegularFile(path)) {
            tar.symbolicLink(name, Files.readSymbolicLink(path).toString());
        } else if (Files.isDirectory(path)) {
            tar.directory(name, TarWriter.EXECUTABLE, 0);
        } else {
            int mode = Files.isExecutable(path) ? TarWriter.EXECUTABLE : TarWriter.PLAIN;
            try (InputStream content = Files.newInputStream(path)) {
                tar.file(name, mode, Files.size(path), content);
            }
        }
    }
}
