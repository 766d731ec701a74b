package dev.modmon.cli.quickstart;

import com.github.mustachejava.DefaultMustacheFactory;
import dev.modmon.cli.quickstart.app.ExampleApp;
import dev.modmon.cli.quickstart.image.ExampleImages;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The files of the example master repo.
///
/// @param port of the page, on this machine
record ExampleRepo(int port, int sshPort, String hostKey, String user, String publicKey) {
    /// File by template.
    private static final Map<String, String> FILES =
            Map.of(
                    "modmon.yaml", ".modmon/modmon.yaml",
                    "access.yaml", ".modmon/access.yaml",
                    "cluster.yaml", ".modmon/clusters/local.yaml",
                    "local.env", ".env/local.env",
                    "README.md", "README.md",
                    "gitignore", ".gitignore");

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    void write(Path directory) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            write(directory.resolve(file.getValue()), rendered(file.getKey()));
        }
        write(directory.resolve(".modmon/pubkeys").resolve(user), publicKey + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    private String rendered(String template) {
        StringWriter text = new StringWriter();
        new PlainTextFactory()
                .compile("dev/modmon/cli/quickstart/example/" + template + ".mustache")
                .execute(text, values());
        return text.toString();
    }

    private Map<String, Object> values() {
        return Map.of(
                "url",
                url(port),
                "port",
                String.valueOf(port),
                "appPort",
                String.valueOf(ExampleApp.PORT),
                "webImage",
                ExampleImages.WEB,
                "counterImage",
                ExampleImages.COUNTER,
                "sshPort",
                String.valueOf(sshPort),
                "hostKey",
                hostKey,
                "user",
                user);
    }

    /// The files are no HTML, so nothing is escaped.
    private static final class PlainTextFactory extends DefaultMustacheFactory {
        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
