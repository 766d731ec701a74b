package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a file is laid out.
///
/// @param step columns from a mapping to the one in it
/// @param listStep columns from a mapping to the list in it; some write lists without any
record Layout(int step, int listStep) {
    private static final int USUAL_STEP = 2;

    /// The layout as it is nearest to one of the file's mappings.
    ///
    /// @param path from the root to the mapping
    static Layout of(Lines lines, List<Span> path) {
        List<Span> nearest = new ArrayList<>(path.reversed());
        int step =
                nearest.stream()
                        .flatMap(span -> step(lines, span).stream())
                        .findFirst()
                        .orElse(USUAL_STEP);
        int listStep =
                nearest.stream()
                        .flatMap(span -> listStep(lines, span).stream())
                        .findFirst()
                        .orElse(step);
        return new Layout(step, listStep);
    }

    private static Optional<Integer> step(Lines lines, Span span) {
        for (Entry entry : blockEntries(span)) {
            Span value = entry.value();
            if (value.isMapping() && value.isBlock()) {
                return Optional.of(column(lines, value) - lines.columnOf(entry.key().from()));
            }
        }
        return children(span).stream().flatMap(child -> step(lines, child).stream()).findFirst();
    }

    private static Optional<Integer> listStep(Lines lines, Span span) {
        for (Entry entry : blockEntries(span)) {
            Span value = entry.value();
            if (value.isSequence() && value.isBlock() && value.anchor() == null) {
                return Optional.of(
                        lines.columnOf(value.from()) - lines.columnOf(entry.key().from()));
            }
        }
        return children(span).stream()
                .flatMap(child -> listStep(lines, child).stream())
                .findFirst();
    }

    private static List<Entry> blockEntries(Span span) {
        return span.isMapping() && span.isBlock() ? span.entries() : List.of();
    }

    private static List<Span> children(Span span) {
        return span.isMapping() ? span.entries().stream().map(Entry::value).toList() : span.items();
    }

    /// Of a block mapping's keys.
    static int column(Lines lines, Span mapping) {
        return lines.columnOf(mapping.entries().getFirst().key().from());
    }
}
