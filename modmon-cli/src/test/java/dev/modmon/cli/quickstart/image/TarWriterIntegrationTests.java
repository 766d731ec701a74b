package dev.modmon.cli.quickstart.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarWriterIntegrationTests {
    @TempDir Path folder;

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isUnpackedByTar() throws IOException, InterruptedException {
        String deep = "d/" + "long/".repeat(30) + "file";
        byte[] block = new byte[512];
        Path archive = folder.resolve("a.tar");
        try (TarWriter tar = new TarWriter(Files.newOutputStream(archive))) {
            tar.directory("d", TarWriter.EXECUTABLE, 0);
            tar.file("d/plain", TarWriter.PLAIN, text("hello"));
            tar.file("d/run", TarWriter.EXECUTABLE, 5, new ByteArrayInputStream(text("hello")));
            tar.file("d/empty", TarWriter.PLAIN, new byte[0]);
            tar.file("d/block", TarWriter.PLAIN, block);
            tar.symbolicLink("d/link", "plain");
            tar.file(deep, TarWriter.PLAIN, text("deep"));
        }
        Path out = Files.createDirectory(folder.resolve("out"));

        Process process =
                new ProcessBuilder(List.of("tar", "-xf", archive.toString(), "-C", out.toString()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(out.resolve("d/plain")).hasContent("hello");
        assertThat(Files.getPosixFilePermissions(out.resolve("d/plain")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(out.resolve("d/run")).isExecutable().hasContent("hello");
        assertThat(out.resolve("d/empty")).isEmptyFile();
        assertThat(out.resolve("d/block")).hasBinaryContent(block);
        assertThat(Files.readSymbolicLink(out.resolve("d/link"))).hasToString("plain");
        assertThat(out.resolve(deep)).hasContent("deep");
    }

    @Test
    void refusesPathsThatDoNotFit() throws IOException {
        try (TarWriter tar = new TarWriter(Files.newOutputStream(folder.resolve("a.tar")))) {
            assertThatIOException()
                    .isThrownBy(() -> tar.file("x".repeat(101), TarWriter.PLAIN, text("")))
                    .withMessageContaining("too long");
            assertThatIOException()
                    .isThrownBy(() ->
                            tar.file("d/".repeat(100) + "x".repeat(90), TarWriter.PLAIN, text("")))
                    .withMessageContaining("too long");
        }
    }

    @Test
    void refusesAFileThatGrewMeanwhile() throws IOException {
        try (TarWriter tar = new TarWriter(Files.newOutputStream(folder.resolve("a.tar")))) {
            assertThatIOException()
                    .isThrownBy(() ->
                            tar.file(
                                    "f",
                                    TarWriter.PLAIN,
                                    3,
                                    new ByteArrayInputStream(text("four"))))
                    .withMessageContaining("changed while it was read");
        }
    }
}
