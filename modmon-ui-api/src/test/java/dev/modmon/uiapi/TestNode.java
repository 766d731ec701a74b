package dev.modmon.uiapi;

import dev.modmon.core.cluster.NodeAddress;

/// A node with an SSH door: an authorized key gets one line, and connections to the port of the API.
public interface TestNode extends AutoCloseable {
    NodeAddress address();

    @Override
    void close();
}
