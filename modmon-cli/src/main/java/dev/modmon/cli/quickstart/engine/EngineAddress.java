package dev.modmon.cli.quickstart.engine;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/// Where the engine listens.
///
/// @param shown as the user knows it
/// @param usual whether it is where distributions put it, and nothing else was asked for
public record EngineAddress(SocketAddress socket, String shown, boolean usual) {
    private static final Path USUAL = Path.of("/var/run/docker.sock");

    /// That of `DOCKER_HOST`, or the usual one.
    public static EngineAddress from(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        return host.isEmpty()
                ? new EngineAddress(UnixDomainSocketAddress.of(USUAL), USUAL.toString(), true)
                : parse(host);
    }

    private static EngineAddress parse(String host) {
        try {
            URI uri = URI.create(host);
            if ("unix".equals(uri.getScheme()) && uri.getPath() != null) {
                return new EngineAddress(UnixDomainSocketAddress.of(uri.getPath()), host, false);
            }
            if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
                return new EngineAddress(
                        new InetSocketAddress(uri.getHost(), uri.getPort()), host, false);
            }
        } catch (IllegalArgumentException unreadable) {
            // Refused below, like every other form.
        }
        throw new Failure(
                ExitCode.FAILED,
                "engine-address",
                "The engine at DOCKER_HOST='%s' cannot be used.".formatted(host),
                "The quickstart needs an engine on this machine: unset DOCKER_HOST, or set it to unix://PATH.");
    }
}
