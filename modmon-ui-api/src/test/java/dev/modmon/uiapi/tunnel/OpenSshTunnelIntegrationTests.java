package dev.modmon.uiapi.tunnel;

import dev.modmon.uiapi.NodeSetup;
import dev.modmon.uiapi.OpenSshNode;
import dev.modmon.uiapi.TestNode;

class OpenSshTunnelIntegrationTests extends TunnelContract {
    @Override
    TestNode start(NodeSetup setup) {
        return OpenSshNode.start(directory, setup);
    }
}
