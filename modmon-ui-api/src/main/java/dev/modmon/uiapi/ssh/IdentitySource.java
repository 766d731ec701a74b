package dev.modmon.uiapi.ssh;

import java.nio.file.Path;

/// Where keys to log in with may be found.
public sealed interface IdentitySource {
    /// A private key file that the user named: it must be there and be usable.
    record NamedFile(Path file) implements IdentitySource {}

    /// A private key file at a usual place: used if it can be.
    record UsualFile(Path file) implements IdentitySource {}

    /// All keys of a running ssh-agent.
    record Agent(Path socket) implements IdentitySource {}
}
