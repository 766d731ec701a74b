package dev.modmon.uiapi.ssh;

import java.io.IOException;

/// A key that an ssh-agent holds.
record AgentIdentity(SshAgent agent, SshPublicKey publicKey, String comment) implements Identity {
    @Override
    public String origin() {
        return comment.isEmpty() ? "ssh-agent" : "ssh-agent, '%s'".formatted(comment);
    }

    @Override
    public boolean asksPerson() {
        return true;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws IOException {
        return agent.sign(publicKey, algorithm, data);
    }
}
