package dev.modmon.server.rollout;

import dev.modmon.core.compose.StackName;
import java.util.List;

/// The cluster as a whole.
public interface Swarm {
    /// Version of the engine, such as `20.10.24`.
    String engine();

    Nodes nodes();

    /// Makes this engine the manager of a cluster of its own, unless it is one already.
    ///
    /// @throws PlatformException when it is a worker of some cluster, which only its owner can change
    void ensureManager();

    /// Removes everything of a stack and waits until it is gone.
    ///
    /// @param volumes whether its named volumes on this node go too, with their data
    /// @return what was removed, such as `service web`, `network default`, `volume data`
    List<String> removeStack(StackName stack, boolean volumes);

    /// How many nodes the cluster has, and how many of them can run something. None at all: this engine manages no
    /// cluster.
    record Nodes(int ready, int all) {}
}
