package dev.modmon.uiapi;

import dev.modmon.uiapi.ssh.SshKeyPair;
import dev.modmon.uiapi.ssh.SshPublicKey;
import java.util.List;

/// What a [TestNode] is like.
///
/// @param line what the door says, with its end
/// @param apiPort where it forwards to
public record NodeSetup(
        SshKeyPair hostKey, List<SshPublicKey> authorized, String line, int apiPort) {
    public static final String TOKEN = "a-token-of-some-length";

    public static NodeSetup of(int apiPort, SshPublicKey... authorized) {
        return new NodeSetup(
                SshKeyPair.generate(),
                List.of(authorized),
                "{\"token\":\"%s\",\"port\":%d,\"user\":\"sarah\"}\n".formatted(TOKEN, apiPort),
                apiPort);
    }

    public NodeSetup saying(String otherLine) {
        return new NodeSetup(hostKey, authorized, otherLine, apiPort);
    }

    public NodeSetup withHostKey(SshKeyPair other) {
        return new NodeSetup(other, authorized, line, apiPort);
    }
}
