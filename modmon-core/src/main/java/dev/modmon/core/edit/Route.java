package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import dev.modmon.core.edit.Span.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// As far as a path leads into a document.
///
/// @param mappings that it leads through, from the root on
/// @param entries that it leads through
/// @param node where it ends: the value of its last entry, or a place where further keys could go; null for a
///     document without a root
record Route(YamlPath path, List<Span> mappings, List<Entry> entries, @Nullable Span node) {
    /// @throws dev.modmon.core.diagnostic.InvalidInputException when it leads into an alias, or into what is no mapping
    static Route follow(YamlPath path, @Nullable Span root, Refusal refusal) {
        List<Span> mappings = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Span node = root;
        Set<String> shared = root == null ? Set.of() : aliases(root);
        for (int step = 0; step < path.keys().size() && node != null && !node.isNull(); step++) {
            check(node, path, step, shared, refusal);
            mappings.add(node);
            var next = node.entry(path.keys().get(step));
            if (next.isEmpty()) {
                break;
            }
            entries.add(next.get());
            node = next.get().value();
        }
        return new Route(path, List.copyOf(mappings), List.copyOf(entries), node);
    }

    private static void check(
            Span node, YamlPath path, int step, Set<String> shared, Refusal refusal) {
        String where = step == 0 ? "The file's root" : "'%s'".formatted(path.upTo(step));
        if (node.kind() == Kind.ALIAS) {
            throw refusal.of(
                    "edit.inside-alias",
                    node.from(),
                    "%s is the alias '*%s': what is changed in it would change elsewhere too."
                            .formatted(where, node.anchor()),
                    "Write it out in place of the alias, or change '%s' by hand.".formatted(path));
        }
        if (!node.isMapping()) {
            throw refusal.of(
                    "edit.not-a-mapping",
                    node.from(),
                    "%s is no mapping, so '%s' does not fit in there.".formatted(where, path),
                    "Make it a mapping, 'KEY: VALUE', first.");
        }
        if (node.anchor() != null && shared.contains(node.anchor())) {
            throw refusal.of(
                    "edit.shared-anchor",
                    node.from(),
                    "%s is used elsewhere as '*%s': what is changed in it would change there too."
                            .formatted(where, node.anchor()),
                    "Change '%s' by hand.".formatted(path));
        }
    }

    /// All that stand anywhere in a node.
    private static Set<String> aliases(Span node) {
        Set<String> found = new HashSet<>();
        walk(node)
                .filter(it -> it.kind() == Kind.ALIAS)
                .map(Span::anchor)
                .filter(Objects::nonNull)
                .forEach(found::add);
        return found;
    }

    private static Stream<Span> walk(Span node) {
        Stream<Span> children =
                Stream.concat(
                        node.entries().stream().flatMap(e -> Stream.of(e.key(), e.value())),
                        node.items().stream());
        return Stream.concat(Stream.of(node), children.flatMap(Route::walk));
    }

    /// Whether the path leads to an entry that is there.
    boolean isComplete() {
        return entries.size() == path.keys().size();
    }

    Entry entry() {
        return entries.getLast();
    }

    /// The mapping that the last entry is in.
    Span owner() {
        return mappings.getLast();
    }

    /// The key of the path that is not there, and the value of its entry.
    String missing() {
        return path.keys().get(entries.size());
    }

    /// The value with the keys around it that are not there either.
    YamlFragment wrapped(YamlFragment value) {
        YamlFragment wrapped = value;
        for (String key : path.keys().subList(entries.size() + 1, path.keys().size()).reversed()) {
            wrapped = wrapped.under(key);
        }
        return wrapped;
    }
}
