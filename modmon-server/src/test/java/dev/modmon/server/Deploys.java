package dev.modmon.server;

import dev.modmon.core.api.DoorAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Deployments of a server in another process.
final class Deploys {
    private Deploys() {}

    static String request(String commit) {
        return "{\"commit\":\"%s\",\"tags\":{\"app\":\"v1\"},\"secrets\":{}}".formatted(commit);
    }

    /// Logs in as a client does, and asks for a deployment.
    ///
    /// @return the job's id
    static String overSsh(Path state, Path key, String environment, String json)
            throws IOException, InterruptedException {
        DoorAnswer door = door(state, key);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d%s/deploy"
                                                    .formatted(door.port(), environment)))
                            .header("Authorization", "Bearer " + door.token())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json))
                            .build();
            String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            JsonNode id = JsonMapper.shared().readTree(body).get("id");
            if (id == null) {
                throw new IllegalStateException(body);
            }
            return id.asString();
        }
    }

    private static DoorAnswer door(Path state, Path key) throws IOException, InterruptedException {
        JsonNode file =
                JsonMapper.shared().readTree(Files.readString(state.resolve("server.json")));
        Path knownHosts = state.resolveSibling("known_hosts");
        Files.writeString(
                knownHosts,
                "[127.0.0.1]:%d %s\n"
                        .formatted(file.get("sshPort").asInt(), file.get("hostKey").asString()));
        Process ssh =
                new ProcessBuilder(
                                List.of(
                                        "ssh",
                                        "-F",
                                        "none",
                                        "-i",
                                        key.toString(),
                                        "-o",
                                        "IdentitiesOnly=yes",
                                        "-o",
                                        "IdentityAgent=none",
                                        "-o",
                                        "BatchMode=yes",
                                        "-o",
                                        "UserKnownHostsFile=" + knownHosts,
                                        "-p",
                                        file.get("sshPort").asString(),
                                        "modmon@127.0.0.1"))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String line =
                new String(ssh.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        ssh.waitFor();
        return JsonMapper.shared().readValue(line, DoorAnswer.class);
    }
}
