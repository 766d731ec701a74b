package dev.modmon.uiapi.tunnel;

import dev.modmon.uiapi.ssh.SshSecurity;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.config.keys.ClientIdentityLoader;
import org.apache.sshd.client.kex.DHGClient;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.forward.DefaultForwarderFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.kex.extension.DefaultClientKexExtensionHandler;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.random.JceRandomFactory;
import org.apache.sshd.common.random.SingletonRandomFactory;
import org.apache.sshd.common.session.helpers.DefaultUnknownChannelReferenceHandler;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/// A MINA client with only what one session with one node needs: no file of `~/.ssh` is read, nothing is looked for,
/// no host key is taken but a pinned one.
final class SessionSetup {
    private static final List<DHFactory> KEY_EXCHANGES =
            List.of(
                    X25519Exchange.factory("curve25519-sha256"),
                    X25519Exchange.factory("curve25519-sha256@libssh.org"),
                    BuiltinDHFactories.ecdhp256,
                    BuiltinDHFactories.ecdhp384,
                    BuiltinDHFactories.ecdhp521,
                    BuiltinDHFactories.dhg16_512,
                    BuiltinDHFactories.dhg14_256);
    private static final List<NamedFactory<Cipher>> CIPHERS =
            List.of(
                    BuiltinCiphers.aes128gcm,
                    BuiltinCiphers.aes256gcm,
                    BuiltinCiphers.cc20p1305_openssh,
                    BuiltinCiphers.aes256ctr,
                    BuiltinCiphers.aes128ctr);
    private static final List<NamedFactory<Mac>> MACS =
            List.of(
                    BuiltinMacs.hmacsha256etm,
                    BuiltinMacs.hmacsha512etm,
                    BuiltinMacs.hmacsha256,
                    BuiltinMacs.hmacsha512);
    private static final List<HostKeyAlgorithm> HOST_KEYS =
            List.of(
                    new HostKeyAlgorithm("ssh-ed25519", BuiltinSignatures.ed25519),
                    new HostKeyAlgorithm("ecdsa-sha2-nistp256", BuiltinSignatures.nistp256),
                    new HostKeyAlgorithm("ecdsa-sha2-nistp384", BuiltinSignatures.nistp384),
                    new HostKeyAlgorithm("ecdsa-sha2-nistp521", BuiltinSignatures.nistp521),
                    new HostKeyAlgorithm("ssh-rsa", BuiltinSignatures.rsaSHA512),
                    new HostKeyAlgorithm("ssh-rsa", BuiltinSignatures.rsaSHA256));

    /// A node that answered nothing for this many of them is gone.
    private static final int UNANSWERED_HEARTBEATS = 3;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private SessionSetup() {}

    static SshClient start(Socket socket, PinnedHostKeys hostKeys, KeyLogin login) {
        SshClient client = new LeanClient(socket);
        SshSecurity.install();
        client.setRandomFactory(new SingletonRandomFactory(JceRandomFactory.INSTANCE));
        client.setKeyExchangeFactories(keyExchanges());
        client.setKexExtensionHandler(DefaultClientKexExtensionHandler.INSTANCE);
        client.setSignatureFactories(hostKeyAlgorithms(hostKeys));
        client.setCipherFactories(CIPHERS);
        client.setMacFactories(MACS);
        client.setCompressionFactories(List.of(BuiltinCompressions.none));
        client.setChannelFactories(List.of());
        client.setGlobalRequestHandlers(List.of());
        // Messages for a channel that was closed meanwhile are no reason to end the session.
        client.setUnknownChannelReferenceHandler(DefaultUnknownChannelReferenceHandler.INSTANCE);
        client.setForwarderFactory(
                DefaultForwarderFactory.INSTANCE); // has to be there; makes nothing
        client.setServiceFactories(
                List.of(EagerLoginService.factory(login), ClientConnectionServiceFactory.INSTANCE));
        client.setUserAuthFactories(List.of(login));
        client.setServerKeyVerifier(hostKeys);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setClientIdentityLoader(ClientIdentityLoader.DEFAULT);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setFilePasswordProvider(FilePasswordProvider.EMPTY);
        // Otherwise MINA looks for its own version in all archives.
        CoreModuleProperties.CLIENT_IDENTIFICATION.set(client, "modmon");
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_REQUEST.set(client, "keepalive@openssh.com");
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, UNANSWERED_HEARTBEATS);
        client.start();
        return client;
    }

    private static List<KeyExchangeFactory> keyExchanges() {
        List<KeyExchangeFactory> factories = new ArrayList<>();
        for (DHFactory exchange : KEY_EXCHANGES) {
            factories.add(DHGClient.newFactory(exchange));
        }
        return factories;
    }

    /// Those of the pinned keys come first, so that a node with several keys shows the one that we know.
    private static List<NamedFactory<Signature>> hostKeyAlgorithms(PinnedHostKeys hostKeys) {
        List<NamedFactory<Signature>> known = new ArrayList<>();
        List<NamedFactory<Signature>> others = new ArrayList<>();
        for (HostKeyAlgorithm algorithm : HOST_KEYS) {
            (hostKeys.hasType(algorithm.keyType) ? known : others).add(algorithm.factory);
        }
        known.addAll(others);
        return known;
    }

    private record HostKeyAlgorithm(String keyType, NamedFactory<Signature> factory) {}
}
