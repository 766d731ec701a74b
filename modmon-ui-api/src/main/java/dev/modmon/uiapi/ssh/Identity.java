package dev.modmon.uiapi.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;

/// A key to log in with: its public part, and a way to sign with the private one.
public sealed interface Identity permits FileIdentity, AgentIdentity {
    SshPublicKey publicKey();

    /// Where it comes from, for people.
    String origin();

    /// Whether signing may ask a person, or a device that a person has to touch. Then the server is asked first
    /// whether it takes the key at all.
    boolean asksPerson();

    /// Signs with one of the algorithms of the key's type.
    ///
    /// @param algorithm such as `ssh-ed25519` or `rsa-sha2-512`
    /// @return as RFC 4253 section 6.6 has it: the algorithm's name and the signature, each a string
    byte[] sign(String algorithm, byte[] data) throws IOException, GeneralSecurityException;
}
