package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import java.util.List;

/// How an entry goes, with the comments directly above it. A mapping that becomes empty is left as `{}`.
final class Removal {
    private final Lines lines;
    private final Extent extent;
    private final Route route;

    Removal(Lines lines, Route route) {
        this.lines = lines;
        this.extent = new Extent(lines);
        this.route = route;
    }

    List<Splice> splices() {
        Span owner = route.owner();
        if (owner.flow()) {
            return inFlow(owner);
        }
        return owner.entries().size() == 1 ? last(owner) : List.of(inBlock(owner));
    }

    private List<Splice> inFlow(Span owner) {
        Entry entry = route.entry();
        int index = owner.entries().indexOf(entry);
        int key = entry.key().from();
        if (owner.entries().size() == 1) {
            return List.of(Splice.delete(owner.from() + 1, owner.to() - 1));
        }
        if (index < owner.entries().size() - 1) {
            return List.of(Splice.delete(key, owner.entries().get(index + 1).key().from()));
        }
        int end = extent.endInFlow(entry);
        int comma = extent.skipped(end);
        if (lines.text().charAt(comma) == ',') {
            return List.of(Splice.delete(behindText(key), comma + 1));
        }
        Entry before = owner.entries().get(index - 1);
        int between = extent.skipped(extent.endInFlow(before));
        int start = Math.max(between + 1, behindText(key));
        return List.of(Splice.delete(between, between + 1), Splice.delete(start, end));
    }

    /// Without the space before something, or without the line's beginning and the end of the one above.
    private int behindText(int at) {
        int start = at;
        while (start > lines.startOf(at)
                && Character.isWhitespace(lines.text().charAt(start - 1))) {
            start--;
        }
        return start == lines.startOf(at) && start > 0 ? lines.endAbove(start) : start;
    }

    /// The mapping itself is what is left.
    private List<Splice> last(Span owner) {
        int to = extent.endOf(owner);
        if (route.entries().size() == 1) {
            return List.of(new Splice(owner.from(), to, "{}"));
        }
        Entry holder = route.entries().get(route.entries().size() - 2);
        int colon = extent.behindColon(holder);
        int line = lines.endOf(colon);
        return lines.isSameLine(colon, owner.from())
                ? List.of(new Splice(owner.from(), to, "{}"))
                : List.of(Splice.insert(colon, " {}"), Splice.delete(line, to));
    }

    private Splice inBlock(Span owner) {
        Entry entry = route.entry();
        int key = entry.key().from();
        int end = extent.endOf(entry.value());
        boolean first = owner.entries().getFirst() == entry;
        if (first && !lines.isFirstInLine(key)) {
            // Of a list's item: the next key takes its place behind the dash.
            return Splice.delete(key, owner.entries().get(1).key().from());
        }
        boolean head = first && owner.from() == key && route.entries().size() == 1;
        int start = head ? lines.startOf(key) : aboveComments(lines.startOf(key), key);
        return endsText(end)
                ? Splice.delete(beforeBreak(start), end)
                : Splice.delete(start, lines.next(end));
    }

    private boolean endsText(int end) {
        return lines.next(end) == lines.text().length();
    }

    /// So that a text keeps its last line's end, or keeps having none.
    private int beforeBreak(int start) {
        int at = start;
        while (at > 0 && Character.isWhitespace(lines.text().charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int aboveComments(int start, int key) {
        int at = start;
        while (at > 0 && isAbout(lines.endAbove(at), key)) {
            at = lines.startOf(lines.endAbove(at));
        }
        return at;
    }

    private boolean isAbout(int line, int key) {
        return lines.isComment(line) && lines.indentOf(line) == lines.columnOf(key);
    }
}
