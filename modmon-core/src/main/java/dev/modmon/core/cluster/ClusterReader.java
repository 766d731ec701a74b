package dev.modmon.core.cluster;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.project.ClusterSource;
import dev.modmon.core.project.GitUrl;
import dev.modmon.core.project.Project;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the files under `.modmon/clusters/`.
public final class ClusterReader {
    private static final String SUFFIX = ".yaml";

    private final SourceTree tree;
    private final Diagnostics diagnostics;

    public ClusterReader(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
    }

    /// @param source where the project has its clusters; only those in the project can be read
    public Clusters read(ClusterSource source) {
        return switch (source) {
            case ClusterSource.InProject _ -> inProject(source);
            case ClusterSource.InRepo repo -> {
                warnNotRead(repo);
                yield new Clusters(new TreeMap<>(), source);
            }
        };
    }

    private void warnNotRead(ClusterSource.InRepo repo) {
        diagnostics.warning(
                "clusters.not-fetched",
                repo.place(),
                "Clusters in a repository of their own are not fetched yet, so nothing can be deployed.",
                "Copy its files to %s, and write 'clusters: project'."
                        .formatted(Clusters.DIRECTORY));
        for (String entry : entries()) {
            diagnostics.warning(
                    "clusters.not-read",
                    Place.ofFile(Clusters.DIRECTORY + "/" + entry),
                    "This file is not read: %s has the clusters in another repository."
                            .formatted(Project.FILE),
                    "Remove it, or write 'clusters: project'.");
        }
    }

    private Clusters inProject(ClusterSource source) {
        TreeMap<ClusterName, Cluster> clusters = new TreeMap<>();
        for (String entry : entries()) {
            String path = Clusters.DIRECTORY + "/" + entry;
            name(entry, path)
                    .flatMap(name -> cluster(name, path))
                    .ifPresent(cluster -> clusters.put(cluster.name(), cluster));
        }
        return new Clusters(clusters, source);
    }

    private List<String> entries() {
        try {
            return tree.list(Clusters.DIRECTORY).stream()
                    .filter(entry -> !entry.startsWith("."))
                    .toList();
        } catch (SourceException e) {
            diagnostics.error(
                    "source.unreadable",
                    Place.ofFile(Clusters.DIRECTORY),
                    String.valueOf(e.getMessage()),
                    "");
            return List.of();
        }
    }

    private Optional<ClusterName> name(String entry, String path) {
        String name =
                entry.endsWith(SUFFIX) ? entry.substring(0, entry.length() - SUFFIX.length()) : "";
        if (ClusterName.isValid(name)) {
            return Optional.of(new ClusterName(name));
        }
        diagnostics.error(
                "cluster.bad-file-name",
                Place.ofFile(path),
                "A cluster's file is called NAME.yaml, where NAME is of a-z, 0-9 and '-'.",
                "Rename it, or move it out of %s.".formatted(Clusters.DIRECTORY));
        return Optional.empty();
    }

    private Optional<Cluster> cluster(ClusterName name, String path) {
        return new YamlReader(diagnostics).read(tree, path).flatMap(root -> cluster(name, root));
    }

    private Optional<Cluster> cluster(ClusterName name, YamlNode root) {
        YamlFields fields = YamlFields.of(root, "cluster '%s'".formatted(name), diagnostics);
        Optional<Provider> provider = provider(fields);
        List<YamlNode> items = fields.items("nodes");
        List<Located<NodeAddress>> located = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            YamlNode item = items.get(i);
            node(item, "node %s of cluster '%s'".formatted(i + 1, name))
                    .map(node -> new Located<>(node, item.place()))
                    .ifPresent(located::add);
        }
        fields.rejectUnknown();
        checkDistinct(located);
        List<NodeAddress> nodes = located.stream().map(Located::value).toList();
        if (items.isEmpty()) {
            diagnostics.error(
                    "cluster.no-nodes",
                    fields.placeOf("nodes"),
                    "Cluster '%s' has no nodes.".formatted(name),
                    "List them under 'nodes:', first the one that clients talk to; Modmon does not rent machines yet.");
        }
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cluster(name, nodes, provider.orElse(null)));
    }

    private Optional<Provider> provider(YamlFields fields) {
        Optional<Located<String>> name = fields.parsed("provider", Provider::checkName);
        Optional<Located<GitUrl>> source = fields.parsed("provider-source", GitUrl::new);
        if (source.isPresent() && fields.node("provider").isEmpty()) {
            diagnostics.error(
                    "cluster.no-provider",
                    source.get().place(),
                    "'provider-source' says where a provider is described, but none is named.",
                    "Add 'provider: PATH', its path in that repository.");
        }
        return name.map(it -> new Provider(it.value(), source.map(Located::value).orElse(null)));
    }

    private void checkDistinct(List<Located<NodeAddress>> nodes) {
        Map<String, Place> known = new HashMap<>();
        for (Located<NodeAddress> node : nodes) {
            String address =
                    node.value().host().toLowerCase(Locale.ROOT) + ":" + node.value().port();
            Place first = known.putIfAbsent(address, node.place());
            if (first != null) {
                diagnostics.error(
                        "cluster.duplicate-node",
                        node.place(),
                        "Node %s is listed twice.".formatted(address),
                        "The first time is in line %d; remove one of them."
                                .formatted(first.line()));
            }
        }
    }

    private Optional<NodeAddress> node(YamlNode item, String owner) {
        YamlFields fields = YamlFields.of(item, owner, diagnostics);
        Optional<Located<String>> host =
                fields.requiredText("host").flatMap(it -> fields.parse(it, NodeAddress::checkHost));
        int port = fields.integer("port", 1, 65_535).orElse(NodeAddress.DEFAULT_PORT);
        String user =
                fields.parsed("user", NodeAddress::checkUser)
                        .map(Located::value)
                        .orElse(NodeAddress.DEFAULT_USER);
        List<String> keys = hostKeys(fields);
        fields.rejectUnknown();
        return host.map(it -> new NodeAddress(it.value(), port, user, keys));
    }

    private List<String> hostKeys(YamlFields fields) {
        List<Located<String>> texts = fields.texts("host-keys");
        if (texts.isEmpty()) {
            diagnostics.error(
                    "cluster.no-host-keys",
                    fields.placeOf("host-keys"),
                    "The node's host keys are not listed, so nobody could tell it from an impostor.",
                    "Copy the node's /etc/ssh/ssh_host_ed25519_key.pub under 'host-keys:'.");
        }
        return texts.stream()
                .flatMap(it -> fields.parse(it, PublicKey::parse).stream())
                .map(it -> it.value().line())
                .toList();
    }
}
