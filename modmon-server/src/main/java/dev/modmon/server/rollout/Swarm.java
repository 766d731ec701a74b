package dev.modmon.server.rollout;

import dev.modmon.core.compose.StackName;
import java.util.List;

/// The cluster as a whole.
public interface Swarm {
    ClusterState state();

    /// Makes this engine the manager of a cluster of its own, unless it is one already.
    ///
    /// @throws PlatformException when it is a worker of some cluster, which only its owner can change
    void ensureManager();

    /// Removes everything of a stack and waits until it is gone.
    ///
    /// @param volumes whether its named volumes on this node go too, with their data
    /// @return what was removed, such as `service web`, `network default`, `volume data`
    List<String> removeStack(StackName stack, boolean volumes);

    /// What a cluster looks like from this node.
    ///
    /// @param engine version of the engine, such as `20.10.24`
    /// @param api version of the API that is spoken with it
    /// @param node this node's name
    /// @param manager whether this node can change the cluster
    record ClusterState(
            String engine, String api, String node, boolean manager, int readyNodes, int nodes) {}
}
