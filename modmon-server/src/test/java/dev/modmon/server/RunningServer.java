package dev.modmon.server;

import dev.modmon.server.access.Caller;
import dev.modmon.server.access.KeyFingerprint;
import dev.modmon.server.door.Tokens;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole server in this JVM, on free loopback ports, with an admin called `root-admin`.
public final class RunningServer implements AutoCloseable {
    public static final String ADMIN = "root-admin";

    private final ConfigurableApplicationContext context;
    private final Path directory;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningServer(ConfigurableApplicationContext context, Path directory) {
        this.context = context;
        this.directory = directory;
    }

    /// Starts one over a directory, which may be that of an earlier server.
    ///
    /// @param replacements configuration classes whose beans take the place of the server's own
    public static RunningServer start(Path directory, Class<?>... replacements) {
        return start(directory, List.of("--modmon.ssh.port=free"), replacements);
    }

    public static RunningServer start(
            Path directory, List<String> moreArguments, Class<?>... replacements) {
        addAdmin(directory);
        List<String> arguments = new ArrayList<>(moreArguments);
        arguments.add("--modmon.state=" + directory.resolve("state"));
        arguments.add("--modmon.api.port=0");
        return new RunningServer(
                ModmonServer.application(replacements).run(arguments.toArray(String[]::new)),
                directory);
    }

    private static void addAdmin(Path directory) {
        try {
            Path key = directory.resolve("admin_key");
            if (!Files.exists(key)) {
                SshKeyPair.generate().write(key, ADMIN);
                Path admins = directory.resolve("state/admins");
                Files.createDirectories(admins);
                Files.setPosixFilePermissions(
                        directory.resolve("state"), PosixFilePermissions.fromString("rwx------"));
                Files.copy(directory.resolve("admin_key.pub"), admins.resolve(ADMIN));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path state() {
        return directory.resolve("state");
    }

    public Path adminKeyFile() {
        return directory.resolve("admin_key");
    }

    /// What `server.json` says.
    public JsonNode serverFile() {
        try {
            return JsonMapper.shared().readTree(Files.readString(state().resolve("server.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int apiPort() {
        return serverFile().get("apiPort").asInt();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String adminToken() {
        try {
            return tokenFor(ADMIN, SshKeyPair.read(adminKeyFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String tokenFor(String user, SshKeyPair key) {
        return bean(Tokens.class)
                .issue(new Caller(user, new KeyFingerprint(key.publicKey().fingerprint())));
    }

    public HttpResponse<String> get(String token, String path) {
        return send(request(token, path).GET());
    }

    public HttpResponse<String> post(String token, String path, String json) {
        return send(
                request(token, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String token, String path, byte[] bytes) {
        return send(
                request(token, path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    public HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + apiPort() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        context.close();
    }
}
