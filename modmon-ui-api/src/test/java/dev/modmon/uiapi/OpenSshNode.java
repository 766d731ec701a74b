package dev.modmon.uiapi;

import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.ssh.SshPublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// OpenSSH's own sshd, on a free port of the loopback address.
public final class OpenSshNode implements TestNode {
    private final Process process;
    private final NodeAddress address;

    private OpenSshNode(Process process, NodeAddress address) {
        this.process = process;
        this.address = address;
    }

    public static OpenSshNode start(Path directory, NodeSetup setup) {
        try {
            return startIn(Files.createTempDirectory(directory, "sshd"), setup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OpenSshNode startIn(Path directory, NodeSetup setup)
            throws IOException, InterruptedException {
        String user = System.getProperty("user.name");
        int port = freePort();
        setup.hostKey().write(directory.resolve("host"), "");
        Files.writeString(directory.resolve("line"), setup.line());
        Files.writeString(directory.resolve("authorized"), authorized(directory, setup));
        // With a SHLVL a bash does not take sshd for its parent, and leaves the developer's
        // ~/.bashrc alone.
        Files.writeString(
                directory.resolve("config"),
                """
                ListenAddress 127.0.0.1:%d
                HostKey %2$s/host
                AuthorizedKeysFile %2$s/authorized
                PidFile none
                StrictModes no
                UsePAM no
                PermitRootLogin prohibit-password
                PasswordAuthentication no
                SetEnv SHLVL=1
                """
                        .formatted(port, directory));
        if (user.equals("root")) {
            Files.createDirectories(Path.of("/run/sshd")); // it will not start without
        }
        Process process =
                new ProcessBuilder(program(), "-D", "-e", "-f", directory + "/config")
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("log").toFile())
                        .start();
        Deadline deadline = Deadline.in(15, TimeUnit.SECONDS);
        while (!listens(port)) {
            if (!process.isAlive()) {
                throw new IOException(Files.readString(directory.resolve("log")));
            }
            deadline.pause("sshd to listen");
        }
        String hostKey = setup.hostKey().publicKey().line();
        return new OpenSshNode(process, new NodeAddress("127.0.0.1", port, user, List.of(hostKey)));
    }

    private static String authorized(Path directory, NodeSetup setup) {
        return setup.authorized().stream()
                .map(SshPublicKey::line)
                .map(key ->
                        "restrict,port-forwarding,permitopen=\"127.0.0.1:%d\",command=\"cat %s/line\" %s\n"
                                .formatted(setup.apiPort(), directory, key))
                .collect(Collectors.joining());
    }

    private static String program() {
        return System.getenv().getOrDefault("MODMON_TEST_SSHD", "/usr/sbin/sshd");
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public NodeAddress address() {
        return address;
    }

    /// Ends the listener and every session that it began.
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
