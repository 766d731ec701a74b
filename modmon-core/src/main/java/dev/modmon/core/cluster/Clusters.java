package dev.modmon.core.cluster;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.ClusterSource;
import dev.modmon.core.project.Environment;
import dev.modmon.core.source.Located;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The clusters that a project deploys to.
///
/// @param source where they are described
public record Clusters(SortedMap<ClusterName, Cluster> byName, ClusterSource source) {
    /// Where their files are, `NAME.yaml` each.
    public static final String DIRECTORY = ".modmon/clusters";

    public Clusters {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /// The cluster that an environment runs on: the one it names, or else the only one. When there is
    /// no telling, the diagnostics say why.
    public Optional<Cluster> of(Environment environment, Diagnostics diagnostics) {
        if (source instanceof ClusterSource.InRepo(var url, var place)) {
            diagnostics.error(
                    "clusters.not-fetched",
                    place,
                    "The clusters are described in %s, which Modmon does not fetch yet."
                            .formatted(url),
                    "Copy its files to %s, and write 'clusters: project'.".formatted(DIRECTORY));
            return Optional.empty();
        }
        if (environment.cluster() != null) {
            return named(environment.cluster(), environment, diagnostics);
        }
        if (byName.size() == 1) {
            return Optional.of(byName.firstEntry().getValue());
        }
        if (byName.isEmpty()) {
            diagnostics.error(
                    "cluster.none",
                    environment.place(),
                    "There is no cluster to run environment '%s' on.".formatted(environment.name()),
                    "Describe one in %s/NAME.yaml.".formatted(DIRECTORY));
        } else {
            diagnostics.error(
                    "cluster.not-chosen",
                    environment.place(),
                    "Environment '%s' does not say which cluster it runs on."
                            .formatted(environment.name()),
                    "Add 'cluster: NAME', one of %s.".formatted(String.join(", ", names())));
        }
        return Optional.empty();
    }

    private Optional<Cluster> named(
            Located<String> name, Environment environment, Diagnostics diagnostics) {
        Optional<Cluster> cluster =
                byName.values().stream()
                        .filter(it -> it.name().value().equals(name.value()))
                        .findFirst();
        if (cluster.isEmpty()) {
            diagnostics.error(
                    "cluster.unknown",
                    name.place(),
                    "Environment '%s' runs on cluster '%s', which has no file %s/%2$s.yaml."
                            .formatted(environment.name(), name.value(), DIRECTORY),
                    DidYouMean.hint(name.value(), names(), "clusters"));
        }
        return cluster;
    }

    private List<String> names() {
        return byName.keySet().stream().map(ClusterName::value).toList();
    }
}
