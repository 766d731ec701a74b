package dev.modmon.uiapi.tunnel;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.http.HttpConnection;
import dev.modmon.uiapi.ssh.Identities;

/// A session with a node that we logged in to, and what goes through it: the door's answer, and connections to the
/// API of the server behind it.
///
/// The node's host key was one of the pinned ones. May be used by any number of threads.
public interface Tunnel extends AutoCloseable {
    /// Connects, verifies the node's host key, and logs in with the first key that it takes.
    ///
    /// @throws HostKeyException when the node cannot prove who it is
    /// @throws LoginRefusedException when it takes none of the keys
    /// @throws NodeUnreachableException when it does not answer, or not as it should
    /// @throws dev.modmon.uiapi.ssh.InvalidSshKeyException when a key file that the user named cannot be used
    static Tunnel open(NodeAddress node, Identities identities, Timeouts timeouts) {
        return SshTunnel.open(node, identities, timeouts);
    }

    /// Begins to get the cryptography ready on another thread; returns at once. [#open] does so too.
    static void getReady() {
        CryptoRehearsal.begin();
    }

    NodeAddress node();

    boolean isOpen();

    /// Asks the door who we are to the server behind it, and for a token.
    ///
    /// @throws NodeUnreachableException when what it says is nothing that a door says
    DoorAnswer door();

    /// A new connection to the API, to be closed by the caller.
    ///
    /// @param port what the door said
    /// @throws NodeUnreachableException when nothing answers there
    HttpConnection connect(int port);

    /// Ends the session and all that goes through it.
    @Override
    void close();
}
