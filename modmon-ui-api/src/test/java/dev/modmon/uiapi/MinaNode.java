package dev.modmon.uiapi;

import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.ssh.SshPublicKey;
import dev.modmon.uiapi.ssh.SshSecurity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.StaticDecisionForwardingFilter;

/// MINA's server as a node, as far as a door goes.
public final class MinaNode implements TestNode {
    private final SshServer server;
    private final NodeAddress address;

    private MinaNode(SshServer server, NodeAddress address) {
        this.server = server;
        this.address = address;
    }

    public static MinaNode start(NodeSetup setup) {
        SshSecurity.install();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(setup.hostKey().jdk()));
        server.setPublickeyAuthenticator(
                (_, key, _) -> setup.authorized().contains(SshPublicKey.of(key)));
        server.setCommandFactory((_, _) -> new SayLine(setup.line()));
        server.setForwardingFilter(
                new StaticDecisionForwardingFilter(false) {
                    @Override
                    public boolean canConnect(
                            Type type, SshdSocketAddress target, Session session) {
                        return target.getPort() == setup.apiPort();
                    }
                });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String hostKey = setup.hostKey().publicKey().line();
        return new MinaNode(
                server, new NodeAddress("127.0.0.1", server.getPort(), "modmon", List.of(hostKey)));
    }

    @Override
    public NodeAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SayLine implements Command {
        private final String line;
        private OutputStream out;
        private ExitCallback exit;

        SayLine(String line) {
            this.line = line;
        }

        @Override
        public void setInputStream(InputStream in) {}

        @Override
        public void setOutputStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void setErrorStream(OutputStream err) {}

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) throws IOException {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
            exit.onExit(0);
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }
}
