package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import dev.modmon.core.edit.Span.Kind;

/// How far nodes reach into the text around them: to the end of their line, over comments that belong to them.
record Extent(Lines lines) {
    /// The end of the last line of a node's own.
    int endOf(Span node) {
        Span last = node;
        while (last.isBlock()) {
            last = last.isMapping() ? last.entries().getLast().value() : last.items().getLast();
        }
        if (last.kind() != Kind.BLOCK_TEXT) {
            return lines.endOf(last.to());
        }
        String text = lines.text().substring(last.from(), last.to());
        boolean keepsBlankLines = text.lines().findFirst().orElse("").contains("+");
        if (keepsBlankLines && text.endsWith("\n")) {
            return last.to() - (text.endsWith("\r\n") ? 2 : 1);
        }
        return lines.endOf(last.from() + text.stripTrailing().length());
    }

    int endInFlow(Entry entry) {
        if (!entry.value().isEmpty()) {
            return entry.value().to();
        }
        return Math.max(entry.key().to(), behindColon(entry));
    }

    /// Behind the colon of an entry; -1 when it has none.
    int behindColon(Entry entry) {
        int at = skipped(entry.key().to());
        return at < lines.text().length() && lines.text().charAt(at) == ':' ? at + 1 : -1;
    }

    /// The next character that is neither space nor comment.
    int skipped(int from) {
        int at = from;
        while (at < lines.text().length()) {
            char c = lines.text().charAt(at);
            if (c == '#') {
                at = lines.endOf(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /// The end of the comments that follow and are indented at least as far: they belong to what is above them.
    int behindComments(int end, int column) {
        int at = end;
        for (int line = lines.next(end); line > end && line < lines.text().length(); ) {
            if (lines.isComment(line) && lines.indentOf(line) >= column) {
                at = lines.endOf(line);
            } else if (!lines.isBlank(line)) {
                return at;
            }
            int next = lines.next(line);
            if (next == line) {
                return at;
            }
            line = next;
        }
        return at;
    }

    boolean isJson(Span mapping) {
        return !mapping.entries().isEmpty()
                && mapping.entries().stream()
                        .allMatch(e -> lines.text().charAt(e.key().from()) == '"');
    }
}
