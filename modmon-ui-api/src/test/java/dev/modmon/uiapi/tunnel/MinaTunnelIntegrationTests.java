package dev.modmon.uiapi.tunnel;

import dev.modmon.uiapi.MinaNode;
import dev.modmon.uiapi.NodeSetup;
import dev.modmon.uiapi.TestNode;

class MinaTunnelIntegrationTests extends TunnelContract {
    @Override
    TestNode start(NodeSetup setup) {
        return MinaNode.start(setup);
    }
}
