package dev.modmon.core.composition;

import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Makes the relative paths of a document that was written for another folder right for the root.
final class Rebase {
    private final String folder;

    /// @param folder where the paths are relative to
    Rebase(String folder) {
        this.folder = folder;
    }

    YamlMapping document(YamlMapping document) {
        if (folder.isEmpty()) {
            return document;
        }
        YamlMapping changed = document;
        changed = each(changed, "services", this::service);
        changed = each(changed, "volumes", this::volume);
        changed = each(changed, "configs", this::file);
        return each(changed, "secrets", this::file);
    }

    YamlNode service(YamlNode node) {
        if (folder.isEmpty() || !(node instanceof YamlMapping service)) {
            return node;
        }
        YamlMapping changed = field(service, "build", this::build);
        changed = field(changed, "env_file", this::envFile);
        changed = field(changed, "extends", node1 -> field(node1, "file", this::path));
        changed = field(changed, "volumes", list -> items(list, this::mount));
        return field(
                changed,
                "develop",
                develop ->
                        field(
                                develop,
                                "watch",
                                rules -> items(rules, rule -> field(rule, "path", this::path))));
    }

    private YamlNode build(YamlNode build) {
        if (build instanceof YamlScalar) {
            return context(build);
        }
        return field(
                field(build, "context", this::context),
                "additional_contexts",
                contexts -> values(ListForms.asMapping(contexts, "="), this::context));
    }

    /// Addresses, images and the like stay.
    private YamlNode context(YamlNode node) {
        boolean remote =
                node instanceof YamlScalar scalar
                        && (scalar.text().contains("://")
                                || scalar.text().startsWith("git@")
                                || scalar.text().startsWith("service:"));
        return remote ? node : path(node);
    }

    private YamlNode envFile(YamlNode node) {
        return node instanceof YamlSequence
                ? items(
                        node,
                        item ->
                                item instanceof YamlScalar
                                        ? path(item)
                                        : field(item, "path", this::path))
                : path(node);
    }

    private YamlNode mount(YamlNode mount) {
        if (mount instanceof YamlScalar scalar) {
            MountText parts = MountText.of(scalar.text());
            return parts.isBind() && parts.source().startsWith(".")
                    ? ComposedText.literal(
                            scalar, parts.withSource(Paths.explicitFrom(folder, parts.source())))
                    : scalar;
        }
        return isBind(mount) ? field(mount, "source", this::path) : mount;
    }

    private static boolean isBind(YamlNode mount) {
        return mount instanceof YamlMapping mapping
                && mapping.get("type").orElse(null) instanceof YamlScalar type
                && type.text().equals("bind");
    }

    private YamlNode volume(YamlNode volume) {
        return volume instanceof YamlMapping mapping
                        && mapping.get("driver_opts").orElse(null) instanceof YamlMapping options
                        && options.get("o").orElse(null) instanceof YamlScalar o
                        && o.text().equals("bind")
                ? field(volume, "driver_opts", opts -> field(opts, "device", this::path))
                : volume;
    }

    private YamlNode file(YamlNode node) {
        return field(node, "file", this::path);
    }

    private YamlNode path(YamlNode node) {
        if (!(node instanceof YamlScalar scalar)
                || scalar.isNull()
                || scalar.text().isEmpty()
                || scalar.text().startsWith("$")) {
            return node;
        }
        return ComposedText.literal(scalar, Paths.explicitFrom(folder, scalar.text()));
    }

    private static YamlMapping each(
            YamlMapping document, String section, UnaryOperator<YamlNode> change) {
        return field(document, section, node -> values(node, change));
    }

    private static YamlNode values(YamlNode node, UnaryOperator<YamlNode> change) {
        if (!(node instanceof YamlMapping mapping)) {
            return node;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        mapping.entries()
                .forEach(entry ->
                        entries.put(
                                entry.key(),
                                new Entry(
                                        entry.key(), entry.place(), change.apply(entry.value()))));
        return new YamlMapping(mapping.place(), mapping.tag(), entries);
    }

    private static YamlNode items(YamlNode node, UnaryOperator<YamlNode> change) {
        return node instanceof YamlSequence list
                ? new YamlSequence(
                        list.place(), list.tag(), list.items().stream().map(change).toList())
                : node;
    }

    private static YamlNode field(YamlNode node, String key, UnaryOperator<YamlNode> change) {
        return node instanceof YamlMapping mapping ? field(mapping, key, change) : node;
    }

    private static YamlMapping field(
            YamlMapping mapping, String key, UnaryOperator<YamlNode> change) {
        Entry entry = mapping.byKey().get(key);
        if (entry == null) {
            return mapping;
        }
        YamlNode changed = change.apply(entry.value());
        return changed == entry.value()
                ? mapping
                : mapping.with(new Entry(key, entry.place(), changed));
    }
}
