package dev.modmon.cli.quickstart.image;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The images of the example, in one archive as `docker save` writes it and `docker load` reads it.
///
/// The images differ in nothing but their settings, so that they share all they have on disk.
public final class ExampleImages {
    /// A registry on this machine that nobody runs: an engine that looks for a newer image there knows at once that there
    /// is none.
    private static final String PREFIX = "localhost/modmon-quickstart/";

    public static final String WEB = PREFIX + "web";
    public static final String COUNTER = PREFIX + "counter";

    private static final List<ExampleImage> ALL =
            List.of(
                    new ExampleImage(COUNTER + ":v1", "counter", "v1", false),
                    new ExampleImage(WEB + ":v1", "web", "v1", false),
                    new ExampleImage(WEB + ":v2", "web", "v2", false),
                    new ExampleImage(WEB + ":broken", "web", "broken", true));

    private static final String LAYER = "layer.tar";
    private static final JsonMapper JSON = JsonMapper.shared();

    private ExampleImages() {}

    /// `NAME:TAG` of each.
    public static List<String> names() {
        return ALL.stream().map(ExampleImage::name).toList();
    }

    /// @param folder for the archive and what it is made of; made, and to be removed by the caller
    /// @return the archive
    public static Path write(Path folder) throws IOException, InterruptedException, ImageException {
        Files.createDirectories(folder);
        Path layer = folder.resolve(LAYER);
        BaseLayer.write(JavaRuntime.in(folder.resolve("runtime")), layer);
        Path archive = folder.resolve("images.tar");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                TarWriter tar = new TarWriter(out)) {
            write(layer, tar);
        }
        return archive;
    }

    private static void write(Path layer, TarWriter tar) throws IOException {
        try (InputStream content = Files.newInputStream(layer)) {
            tar.file(LAYER, TarWriter.PLAIN, Files.size(layer), content);
        }
        String diffId = "sha256:" + sha256(Files.newInputStream(layer));
        List<Object> manifest = new ArrayList<>();
        for (ExampleImage image : ALL) {
            byte[] settings = JSON.writeValueAsBytes(image.settings(diffId));
            String file = sha256(new ByteArrayInputStream(settings)) + ".json";
            tar.file(file, TarWriter.PLAIN, settings);
            manifest.add(
                    Map.of(
                            "Config", file,
                            "RepoTags", List.of(image.name()),
                            "Layers", List.of(LAYER)));
        }
        tar.file("manifest.json", TarWriter.PLAIN, JSON.writeValueAsBytes(manifest));
    }

    private static String sha256(InputStream content) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
