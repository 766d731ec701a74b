package dev.modmon.cli.quickstart.engine;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.uiapi.http.HttpConnection;
import dev.modmon.uiapi.http.HttpRequest;
import dev.modmon.uiapi.http.HttpResponse;
import dev.modmon.uiapi.http.RequestBody;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A few calls of the engine's API, unversioned, which every engine answers.
public final class Engine {
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;
    private static final String STACK = "com.docker.stack.namespace";

    private final EngineAddress address;
    private final JsonMapper json = JsonMapper.shared();

    public Engine(EngineAddress address) {
        this.address = address;
    }

    public EngineAddress address() {
        return address;
    }

    public EngineState state() {
        if (address.socket() instanceof UnixDomainSocketAddress unix
                && Files.exists(unix.getPath())
                && !Files.isWritable(unix.getPath())) {
            return new EngineState.Forbidden();
        }
        try {
            return exchange(HttpRequest.get("/_ping")).status() == 200
                    ? new EngineState.Answering()
                    : new EngineState.Silent();
        } catch (IOException nobody) {
            return new EngineState.Silent();
        }
    }

    /// @throws Failure when it does not answer, because then nothing on it can be removed
    public void require() {
        if (!(state() instanceof EngineState.Answering)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "engine-unreachable",
                    "The Docker engine at %s does not answer.".formatted(address.shown()),
                    "Start it, and run this again: the example is still on it.");
        }
    }

    public EngineInfo info() {
        JsonNode info = get("/info");
        JsonNode swarm = info.path("Swarm");
        return new EngineInfo(
                info.path("ServerVersion").asString("?"),
                !swarm.path("LocalNodeState").asString("inactive").equals("inactive"),
                swarm.path("ControlAvailable").asBoolean(false));
    }

    /// Makes the engine a swarm of one that only this machine can reach.
    public void initSwarm() {
        byte[] wish =
                json.writeValueAsBytes(
                        Map.of(
                                "ListenAddr", "127.0.0.1:2377",
                                "AdvertiseAddr", "127.0.0.1"));
        call(HttpRequest.post("/swarm/init", RequestBody.json(wish)));
    }

    public void leaveSwarm() {
        call(HttpRequest.post("/swarm/leave?force=true", RequestBody.none()));
    }

    /// Names of all services of the swarm.
    public List<String> services() {
        return elements(get("/services")).stream()
                .map(service -> service.path("Spec").path("Name").asString(""))
                .toList();
    }

    /// How many containers there are, stopped ones included.
    public int containers() {
        return elements(get("/containers/json?all=true")).size();
    }

    public void removeService(String name) {
        delete("/services/" + encoded(name));
    }

    public List<String> servicesOf(String stack) {
        return elements(get("/services?filters=" + filter(stack))).stream()
                .map(service -> service.path("Spec").path("Name").asString(""))
                .toList();
    }

    /// Containers of the stack's tasks, running or not.
    public List<String> containersOf(String stack) {
        return elements(get("/containers/json?all=true&filters=" + filter(stack))).stream()
                .map(container -> container.path("Id").asString(""))
                .toList();
    }

    public List<String> networksOf(String stack) {
        return elements(get("/networks?filters=" + filter(stack))).stream()
                .map(network -> network.path("Id").asString(""))
                .toList();
    }

    public List<String> volumesOf(String stack) {
        return elements(get("/volumes?filters=" + filter(stack)).path("Volumes")).stream()
                .map(volume -> volume.path("Name").asString(""))
                .toList();
    }

    public void removeContainer(String id) {
        delete("/containers/" + encoded(id) + "?force=true");
    }

    public void removeNetwork(String id) {
        delete("/networks/" + encoded(id));
    }

    public void removeVolume(String name) {
        delete("/volumes/" + encoded(name));
    }

    public boolean hasImage(String name) {
        return status(HttpRequest.get("/images/" + name + "/json")) == 200;
    }

    /// @return false when something uses it
    public boolean removeImage(String name) {
        return status(HttpRequest.delete("/images/" + name)) != 409;
    }

    private static String filter(String stack) {
        return encoded("{\"label\":[\"%s=%s\"]}".formatted(STACK, stack));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private record Answer(int status, byte[] body) {}

    private JsonNode get(String target) {
        return json.readTree(call(HttpRequest.get(target)));
    }

    /// What is gone already is as good as removed.
    private void delete(String target) {
        Answer answer = answer(HttpRequest.delete(target));
        if (answer.status() >= 300 && answer.status() != 404) {
            throw refusal("DELETE " + target, answer);
        }
    }

    private int status(HttpRequest request) {
        return answer(request).status();
    }

    private byte[] call(HttpRequest request) {
        Answer answer = answer(request);
        if (answer.status() >= 300) {
            throw refusal(request.toString(), answer);
        }
        return answer.body();
    }

    private Answer answer(HttpRequest request) {
        try {
            return exchange(request);
        } catch (IOException broken) {
            throw new Failure(
                    ExitCode.FAILED,
                    "engine-unreachable",
                    "The Docker engine at %s does not answer: %s."
                            .formatted(address.shown(), broken.getMessage()),
                    "Look at its log, for example with 'journalctl -u docker'.",
                    broken);
        }
    }

    private static Failure refusal(String request, Answer answer) {
        return new Failure(
                ExitCode.FAILED,
                "engine-refused",
                "The Docker engine refuses '%s' with status %d."
                        .formatted(request, answer.status()),
                "It says: " + new String(answer.body(), StandardCharsets.UTF_8).strip());
    }

    private Answer exchange(HttpRequest request) throws IOException {
        try (SocketChannel channel = open();
                HttpConnection connection =
                        new HttpConnection("docker", new SocketTransport(channel));
                HttpResponse response = connection.send(request)) {
            return new Answer(response.status(), response.bytes(LARGEST_ANSWER));
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel =
                address.socket() instanceof InetSocketAddress
                        ? SocketChannel.open()
                        : SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(address.socket());
            return channel;
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }
}
