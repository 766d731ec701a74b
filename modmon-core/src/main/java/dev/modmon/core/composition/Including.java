package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Adds to a document what it includes.
final class Including {
    private static final String INCLUDE = "include";
    private static final List<String> SECTIONS =
            List.of("services", "volumes", "networks", "secrets", "configs");

    private final Function<Inclusion, Optional<YamlMapping>> projects;
    private final Diagnostics diagnostics;

    /// One item of `include`, with paths as seen from the root.
    ///
    /// @param files merged, the first one first
    /// @param folder where relative paths in the files are relative to
    /// @param envFiles empty: the folder's own, if it has one
    record Inclusion(List<YamlScalar> files, String folder, List<YamlScalar> envFiles) {}

    /// @param projects what is included, merged and complete
    Including(Function<Inclusion, Optional<YamlMapping>> projects, Diagnostics diagnostics) {
        this.projects = projects;
        this.diagnostics = diagnostics;
    }

    /// The document without `include`.
    ///
    /// @param folder of the document
    YamlMapping apply(YamlMapping document, String folder) {
        Entry include = document.byKey().get(INCLUDE);
        if (include == null || !(include.value() instanceof YamlSequence list)) {
            return document;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>(document.byKey());
        entries.remove(INCLUDE);
        for (YamlNode item : list.items()) {
            Optional<Inclusion> inclusion = inclusion(item, folder);
            if (inclusion.isEmpty()) {
                diagnostics.error(
                        "config.wrong-type",
                        item.place(),
                        "Each item of 'include' must be a path, or a mapping with 'path', but this is %s."
                                .formatted(item.kind()),
                        "");
            }
            inclusion.flatMap(projects).ifPresent(it -> add(it, entries));
        }
        return new YamlMapping(document.place(), document.tag(), entries);
    }

    private static Optional<Inclusion> inclusion(YamlNode item, String folder) {
        if (!(item instanceof YamlMapping mapping)) {
            return inclusion(texts(item, folder), "", List.of());
        }
        String projectFolder =
                mapping.get("project_directory")
                        .filter(YamlScalar.class::isInstance)
                        .map(it -> Paths.from(folder, ((YamlScalar) it).text()))
                        .orElse("");
        return inclusion(
                mapping.get("path").map(it -> texts(it, folder)).orElse(List.of()),
                projectFolder,
                mapping.get("env_file").map(it -> texts(it, folder)).orElse(List.of()));
    }

    private static Optional<Inclusion> inclusion(
            List<YamlScalar> files, String folder, List<YamlScalar> envFiles) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String own = folder.isEmpty() ? Paths.folder(files.getFirst().text()) : folder;
        return Optional.of(new Inclusion(files, own.equals(".") ? "" : own, envFiles));
    }

    private static List<YamlScalar> texts(YamlNode node, String folder) {
        YamlNode list = ListForms.asList(node);
        return list instanceof YamlSequence sequence
                ? sequence.items().stream()
                        .filter(it -> it instanceof YamlScalar && !it.isNull())
                        .map(YamlScalar.class::cast)
                        .map(it -> ComposedText.literal(it, Paths.from(folder, it.text())))
                        .toList()
                : List.of();
    }

    /// What both have must be the same.
    private void add(YamlMapping included, SequencedMap<String, Entry> document) {
        for (String section : SECTIONS) {
            Entry from = included.byKey().get(section);
            if (from == null || !(from.value() instanceof YamlMapping added)) {
                continue;
            }
            Entry to = document.get(section);
            YamlMapping own =
                    to != null && to.value() instanceof YamlMapping mapping
                            ? mapping
                            : YamlMapping.empty(from.place());
            document.put(section, new Entry(section, from.place(), union(own, added, section)));
        }
    }

    private YamlMapping union(YamlMapping own, YamlMapping added, String section) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>(own.byKey());
        for (Entry entry : added.entries()) {
            Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null && !equal(first.value(), entry.value())) {
                diagnostics.error(
                        "include.conflict",
                        first.place(),
                        "'%s.%s' is also in %s, and differs."
                                .formatted(section, entry.key(), entry.place()),
                        "Rename one of them, or list this file behind the other in one 'path' of 'include'.");
            }
        }
        return new YamlMapping(own.place(), own.tag(), entries);
    }

    private static boolean equal(YamlNode first, YamlNode second) {
        Object one = first.toPlain();
        return one == null ? second.toPlain() == null : one.equals(second.toPlain());
    }
}
