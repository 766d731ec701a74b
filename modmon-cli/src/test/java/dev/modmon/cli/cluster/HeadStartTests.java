package dev.modmon.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.cluster.ClusterName;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.client.ClusterClient;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.tunnel.Timeouts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadStartTests {
    private static final NodeAddress NODE = node("10.0.0.1");
    private static final Cluster CLUSTER = new Cluster(new ClusterName("c"), List.of(NODE), null);

    private final ClusterClient client =
            ClusterClient.of(NODE, new Identities(List.of()), Timeouts.DEFAULT);

    @Test
    void handsOverTheClientOfTheLikelyCluster() {
        HeadStart begun = HeadStart.towards(() -> Optional.of(CLUSTER), _ -> client);

        assertThat(begun.client(NODE)).containsSame(client);
    }

    @Test
    void isOfNoUseForAnotherNode() {
        HeadStart begun = HeadStart.towards(() -> Optional.of(CLUSTER), _ -> client);

        assertThat(begun.client(node("10.0.0.2"))).isEmpty();
    }

    @Test
    void isOfNoUseWhenItIsHardToSeeWhichClusterItWillBe() {
        assertThat(HeadStart.towards(Optional::empty, _ -> client).client(NODE)).isEmpty();
    }

    @Test
    void leavesItToOthersToTellThatTheFilesAreBroken() {
        HeadStart begun =
                HeadStart.towards(
                        () -> {
                            throw new IllegalStateException("Unreadable.");
                        },
                        _ -> client);

        assertThat(begun.client(NODE)).isEmpty();
    }

    private static NodeAddress node(String host) {
        return new NodeAddress(host, 22, "modmon", List.of());
    }
}
