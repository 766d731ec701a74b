package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a new entry goes, and how it is written there.
final class Insertion {
    private final Lines lines;
    private final Extent extent;
    private final Route route;
    private final String key;
    private final YamlFragment value;

    Insertion(Lines lines, Route route, YamlFragment value) {
        this.lines = lines;
        this.extent = new Extent(lines);
        this.route = route;
        this.key = route.missing();
        this.value = route.wrapped(value);
    }

    List<Splice> splices() {
        Span node = route.node();
        if (node == null || (node.isNull() && route.entries().isEmpty())) {
            return intoNothing(node);
        }
        if (isPlaceholder(node)) {
            return route.entries().isEmpty()
                    ? inPlaceOf(node)
                    : isInFlow() ? inPlaceOfValue(node) : belowKey(node);
        }
        return node.flow() ? intoFlow(node) : List.of(intoBlock(node));
    }

    /// `null`, or an empty `{}` that can give way to a block.
    private boolean isPlaceholder(Span node) {
        boolean bare = node.to() - node.from() >= 2 && lines.text().charAt(node.from()) == '{';
        return node.isNull()
                || node.isMapping()
                        && node.entries().isEmpty()
                        && !isInFlow()
                        && bare
                        && lines.text().substring(node.from() + 1, node.to() - 1).isBlank();
    }

    private boolean isInFlow() {
        return !route.entries().isEmpty() && containing().flow();
    }

    /// The mapping around the node that the entry goes into.
    private Span containing() {
        return route.mappings().get(route.entries().size() - 1);
    }

    /// A file without anything but comments.
    private List<Splice> intoNothing(@Nullable Span root) {
        String entry = block(0, Layout.of(lines, List.of()));
        if (root != null && !root.isEmpty()) {
            return List.of(new Splice(root.from(), root.to(), entry));
        }
        int end = lines.text().stripTrailing().length();
        return List.of(
                end == 0
                        ? Splice.insert(0, entry + lines.end())
                        : Splice.insert(end, lines.end() + entry));
    }

    private List<Splice> inPlaceOf(Span root) {
        return List.of(new Splice(root.from(), root.to(), block(0, layout())));
    }

    private List<Splice> inPlaceOfValue(Span node) {
        String flow = "{" + FlowWriter.entry(key, value, extent.isJson(containing())) + "}";
        int colon = extent.behindColon(route.entry());
        return colon < 0
                ? List.of(Splice.insert(route.entry().key().to(), ": " + flow))
                : List.of(new Splice(colon, Math.max(colon, node.to()), " " + flow));
    }

    /// `key:`, `key: ~` or `key: {}`, perhaps with a remark behind it and comments below.
    private List<Splice> belowKey(Span node) {
        int column = lines.columnOf(route.entry().key().from());
        int end = lines.endOf(node.to());
        int at = extent.behindComments(end, column + 1);
        String entry = lines.end() + block(column + layout().step(), layout());
        return node.isEmpty()
                ? List.of(Splice.insert(at, entry))
                : List.of(
                        Splice.delete(extent.behindColon(route.entry()), node.to()),
                        Splice.insert(at, entry));
    }

    private Splice intoBlock(Span mapping) {
        int column = Layout.column(lines, mapping);
        int at = extent.behindComments(extent.endOf(mapping), column + 1);
        String gap = isSpaced(mapping, column) ? lines.end() : "";
        return Splice.insert(at, gap + lines.end() + block(column, layout()));
    }

    /// Whether blank lines stand between the entries.
    private boolean isSpaced(Span mapping, int column) {
        List<Entry> entries = mapping.entries();
        if (entries.size() < 2) {
            return column == 0 && value.model().kind().equals("a mapping");
        }
        int from = extent.endOf(entries.get(entries.size() - 2).value());
        int to = entries.getLast().key().from();
        for (int line = lines.next(from); line < to; line = lines.next(line)) {
            if (lines.isBlank(line)) {
                return true;
            }
        }
        return false;
    }

    private List<Splice> intoFlow(Span mapping) {
        String entry = FlowWriter.entry(key, value, extent.isJson(mapping));
        if (mapping.entries().isEmpty()) {
            return List.of(Splice.insert(mapping.from() + 1, entry));
        }
        Entry last = mapping.entries().getLast();
        int end = extent.endInFlow(last);
        int comma = extent.skipped(end);
        boolean trailing = lines.text().charAt(comma) == ',';
        int anchor = trailing ? comma + 1 : end;
        boolean ownLine =
                lines.isFirstInLine(last.key().from())
                        && !lines.isSameLine(anchor, mapping.to() - 1);
        String separator =
                ownLine
                        ? lines.end() + " ".repeat(lines.columnOf(last.key().from()))
                        : trailing ? " " : ", ";
        Splice added =
                Splice.insert(
                        ownLine ? lines.endOf(anchor) : anchor,
                        separator + entry + (trailing ? "," : ""));
        return ownLine && !trailing ? List.of(Splice.insert(end, ","), added) : List.of(added);
    }

    private String block(int column, Layout layout) {
        return String.join(lines.end(), BlockWriter.entry(key, value, column, layout));
    }

    private Layout layout() {
        return Layout.of(lines, route.mappings());
    }
}
