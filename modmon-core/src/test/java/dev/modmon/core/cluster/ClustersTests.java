package dev.modmon.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.key.SampleKeys;
import dev.modmon.core.project.ClusterSource;
import dev.modmon.core.project.DeploySettings;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.MemoryTree;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTests {
    private static final Place HERE = new Place("modmon.yaml", 3, 5);

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void readsHowTheFirstNodeIsReached() {
        Clusters clusters =
                clusters(
                        "local",
                        """
                        provider: hetzner
                        nodes:
                          - host: 127.0.0.1
                            port: 7122
                            host-keys: ["%s"]
                          - {host: other, host-keys: ["%1$s"]}
                        """);

        assertThat(diagnostics.all()).isEmpty();
        Cluster cluster = clusters.byName().get(new ClusterName("local"));
        String key = PublicKey.parse(SampleKeys.file("ed25519")).line();
        assertThat(cluster.provider()).isEqualTo(new Provider("hetzner", null));
        assertThat(cluster.nodes())
                .containsExactly(
                        new NodeAddress("127.0.0.1", 7122, "modmon", List.of(key)),
                        new NodeAddress("other", 22, "modmon", List.of(key)));
        assertThat(cluster.master()).isEqualTo(cluster.nodes().getFirst());
    }

    @Test
    void takesTheOnlyClusterForAnEnvironmentThatNamesNone() {
        Clusters clusters = clusters("only", "nodes: [{host: a, host-keys: ['%s']}]");

        assertThat(clusters.of(environment(null), diagnostics))
                .map(Cluster::name)
                .contains(new ClusterName("only"));
    }

    @Test
    void takesTheClusterThatTheEnvironmentNames() {
        assertThat(two().of(environment("b"), diagnostics))
                .map(Cluster::name)
                .contains(new ClusterName("b"));
    }

    @Test
    void asksWhichOfSeveralClusters() {
        assertThat(two().of(environment(null), diagnostics)).isEmpty();
        assertThat(codes()).containsExactly("cluster.not-chosen");
    }

    @Test
    void saysWhenThereIsNoneOrNoneOfThatName() {
        Clusters none =
                new ClusterReader(new MemoryTree(), diagnostics)
                        .read(new ClusterSource.InProject());

        assertThat(none.of(environment(null), diagnostics)).isEmpty();
        assertThat(none.of(environment("x"), diagnostics)).isEmpty();
        assertThat(codes()).containsExactly("cluster.none", "cluster.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-oProxyCommand=sh", "a b", "", "a..-", "host;x", "a/b"})
    void refusesHostsThatCouldBeOptions(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeAddress(host, 22, "modmon", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.1", "node-1.example.com", "::1", "fe80::1"})
    void acceptsNamesAndAddresses(String host) {
        assertThat(new NodeAddress(host, 22, "modmon", List.of()).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-l", "a b", "", "root@x"})
    void refusesLoginNamesThatCouldBeOptions(String user) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeAddress("host", 22, user, List.of()));
    }

    private Clusters two() {
        String key = SampleKeys.file("ed25519").strip();
        String yaml = "nodes: [{host: a, host-keys: ['%s']}]".formatted(key);
        MemoryTree tree =
                new MemoryTree()
                        .with(".modmon/clusters/a.yaml", yaml)
                        .with(".modmon/clusters/b.yaml", yaml);
        return new ClusterReader(tree, diagnostics).read(new ClusterSource.InProject());
    }

    private Clusters clusters(String name, String yaml) {
        String text = yaml.formatted(SampleKeys.file("ed25519").strip());
        return new ClusterReader(
                        new MemoryTree().with(".modmon/clusters/" + name + ".yaml", text),
                        diagnostics)
                .read(new ClusterSource.InProject());
    }

    private static Environment environment(String cluster) {
        return new Environment(
                new EnvironmentName("staging"),
                HERE,
                null,
                cluster == null ? null : new Located<>(cluster, HERE),
                new DeploySettings(DeploySettings.Type.SWARM, null),
                List.of(),
                new LinkedHashMap<>(),
                YamlMapping.empty(HERE),
                List.of());
    }

    private List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }
}
