package dev.modmon.core.depot;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.GitUrl;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `.modmon/depot.yaml`: `NAME: {url, environments}`.
public final class DepotReader {
    private final SourceTree tree;
    private final Diagnostics diagnostics;

    public DepotReader(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
    }

    /// The depot; an empty one when there is no such file.
    public Depot read() {
        return new YamlReader(diagnostics)
                .read(tree, Depot.FILE)
                .map(this::depot)
                .orElseGet(Depot::empty);
    }

    private Depot depot(YamlNode root) {
        YamlMapping file = YamlFields.mappingOf(root, Depot.FILE, diagnostics);
        SequencedMap<RepoName, DepotItem> items = new LinkedHashMap<>();
        for (Entry entry : file.entries()) {
            YamlFields.parse(new Located<>(entry.key(), entry.place()), RepoName::new, diagnostics)
                    .flatMap(name -> item(name.value(), entry))
                    .ifPresent(item -> items.put(item.name(), item));
        }
        return new Depot(items);
    }

    private Optional<DepotItem> item(RepoName name, Entry entry) {
        YamlFields fields =
                YamlFields.of(entry.value(), "depot item '%s'".formatted(name), diagnostics);
        Optional<Located<GitUrl>> url =
                fields.requiredText("url").flatMap(it -> fields.parse(it, GitUrl::new));
        List<Located<EnvironmentName>> environments =
                fields.texts("environments").stream()
                        .flatMap(it -> fields.parse(it, EnvironmentName::new).stream())
                        .toList();
        fields.rejectUnknown();
        return url.map(it -> new DepotItem(name, entry.place(), it, environments));
    }
}
