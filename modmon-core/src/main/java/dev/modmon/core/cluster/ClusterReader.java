package dev.modmon.core.cluster;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
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

    public Clusters read() {
        TreeMap<ClusterName, Cluster> clusters = new TreeMap<>();
        for (String entry : entries()) {
            String path = Clusters.DIRECTORY + "/" + entry;
            name(entry, path)
                    .flatMap(name -> cluster(name, path))
                    .ifPresent(cluster -> clusters.put(cluster.name(), cluster));
        }
        return new Clusters(clusters);
    }

    private List<String> entries() {
        try {
            return tree.list(Clusters.DIRECTORY).stream()
                    .filter(entry -> !entry.startsWith("."))
                    .toList();
        } catch (SourceException e) {
            report(Clusters.DIRECTORY, e);
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
        try {
            return tree.read(path).flatMap(file -> cluster(name, file));
        } catch (SourceException e) {
            report(path, e);
            return Optional.empty();
        }
    }

    private Optional<Cluster> cluster(ClusterName name, SourceFile file) {
        return new YamlReader(diagnostics).read(file).flatMap(root -> cluster(name, root));
    }

    private Optional<Cluster> cluster(ClusterName name, YamlNode root) {
        YamlFields fields = YamlFields.of(root, "cluster '%s'".formatted(name), diagnostics);
        fields.text("provider");
        List<YamlNode> items = fields.items("nodes");
        List<NodeAddress> nodes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            node(items.get(i), "node %s of cluster '%s'".formatted(i + 1, name))
                    .ifPresent(nodes::add);
        }
        fields.rejectUnknown();
        if (items.isEmpty()) {
            diagnostics.error(
                    "cluster.no-nodes",
                    fields.placeOf("nodes"),
                    "Cluster '%s' has no nodes.".formatted(name),
                    "List them under 'nodes:', first the one that clients talk to.");
        }
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cluster(name, nodes.getFirst()));
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

    private void report(String path, SourceException e) {
        diagnostics.error(
                "source.unreadable", Place.ofFile(path), String.valueOf(e.getMessage()), "");
    }
}
