package dev.modmon.server.door;

import dev.modmon.server.access.Caller;
import dev.modmon.server.access.KeyFingerprint;
import dev.modmon.server.access.KnownKey;
import dev.modmon.server.access.KnownKeys;
import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import dev.modmon.uiapi.ssh.SshKeyPair;
import dev.modmon.uiapi.ssh.SshPublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.apache.sshd.server.forward.StaticDecisionForwardingFilter;
import org.apache.sshd.server.session.ServerSession;

/// An SSH endpoint on the loopback address, for where there is no sshd to use. It knows keys, gives
/// one answer, and forwards to the API; everything else that SSH can do is refused.
public final class EmbeddedDoor implements Door {
    private static final AttributeKey<Caller> CALLER = new AttributeKey<>();
    private static final Duration LOGIN_TIME = Duration.ofSeconds(20);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(30);
    private static final int MAX_ATTEMPTS = 12;
    private static final int MAX_SESSIONS_PER_USER = 64;
    private static final int IO_THREADS = 2;

    private final SshServer sshd;
    private final KnownKeys keys;

    private EmbeddedDoor(SshServer sshd, KnownKeys keys) {
        this.sshd = sshd;
        this.keys = keys;
    }

    /// Opens the door.
    ///
    /// @param port on 127.0.0.1; 0: any free one
    public static EmbeddedDoor open(
            int port, SshKeyPair hostKey, KnownKeys keys, DoorAnswers answers) {
        SshServer sshd = ServerBuilder.builder().build();
        EmbeddedDoor door = new EmbeddedDoor(sshd, keys);
        sshd.setHost("127.0.0.1");
        sshd.setPort(port);
        sshd.setKeyPairProvider(KeyPairProvider.wrap(hostKey.jdk()));
        sshd.setNioWorkers(IO_THREADS);
        door.authenticateByKeyOnly();
        door.answerAndForwardOnly(answers);
        door.limit();
        try {
            sshd.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The SSH endpoint cannot listen on port %d of 127.0.0.1. Choose another with --modmon.ssh.port=PORT."
                            .formatted(port),
                    e);
        }
        return door;
    }

    public int port() {
        return sshd.getPort();
    }

    private void authenticateByKeyOnly() {
        sshd.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        sshd.setPublickeyAuthenticator((_, key, session) -> admit(key, session));
    }

    /// The user name that the client gives is of no importance: the key says who it is.
    private boolean admit(PublicKey key, ServerSession session) {
        Optional<Caller> caller = fingerprint(key).flatMap(keys::find).map(KnownKey::caller);
        caller.ifPresent(known -> session.setAttribute(CALLER, known));
        return caller.isPresent();
    }

    private static Optional<KeyFingerprint> fingerprint(PublicKey key) {
        try {
            return Optional.of(new KeyFingerprint(SshPublicKey.of(key).fingerprint()));
        } catch (InvalidSshKeyException _) {
            return Optional.empty();
        }
    }

    private void answerAndForwardOnly(DoorAnswers answers) {
        sshd.setCommandFactory((_, _) -> new AnswerCommand(answers));
        sshd.setShellFactory(_ -> new AnswerCommand(answers));
        sshd.setSubsystemFactories(List.of());
        sshd.setAgentFactory(null);
        sshd.setGlobalRequestHandlers(List.of());
        sshd.setForwardingFilter(new ApiOnly(answers));
        List<ChannelFactory> channels =
                List.of(new AnswerChannelFactory(), DirectTcpipFactory.INSTANCE);
        sshd.setChannelFactories(channels);
    }

    private void limit() {
        CoreModuleProperties.AUTH_TIMEOUT.set(sshd, LOGIN_TIME);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(sshd, MAX_ATTEMPTS);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(sshd, MAX_SESSIONS_PER_USER);
        CoreModuleProperties.IDLE_TIMEOUT.set(sshd, Duration.ZERO);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(sshd, "modmon-server");
        sshd.setSessionHeartbeat(HeartbeatType.IGNORE, PROBE_INTERVAL);
    }

    static Optional<Caller> callerOf(ServerSession session) {
        return Optional.ofNullable(session.getAttribute(CALLER));
    }

    /// Sessions of keys that are gone end; tokens are made when somebody asks.
    @Override
    public void refresh() {
        sshd.getActiveSessions().stream()
                .filter(session -> session.getAttribute(CALLER) != null)
                .filter(session -> !isStillKnown(session.getAttribute(CALLER)))
                .forEach(session -> session.close(true));
    }

    private boolean isStillKnown(Caller caller) {
        return keys.find(caller.key()).isPresent();
    }

    @Override
    public void close() {
        try {
            sshd.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Forwards to the API's address as clients write it, and nowhere else.
    private static final class ApiOnly extends StaticDecisionForwardingFilter {
        private final DoorAnswers answers;

        ApiOnly(DoorAnswers answers) {
            super(false);
            this.answers = answers;
        }

        @Override
        public boolean canConnect(
                Type type,
                SshdSocketAddress address,
                org.apache.sshd.common.session.Session session) {
            return type == Type.Direct
                    && address.getHostName().equals("127.0.0.1")
                    && address.getPort() == answers.apiPort();
        }
    }
}
