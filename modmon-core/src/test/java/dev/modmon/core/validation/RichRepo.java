package dev.modmon.core.validation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The master repo in `rich`, which says something under every key of every file.
final class RichRepo {
    private RichRepo() {}

    /// Texts by path.
    static Map<String, String> files() {
        Path root = root();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    static Path root() {
        try {
            return Path.of(Objects.requireNonNull(RichRepo.class.getResource("/rich")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
