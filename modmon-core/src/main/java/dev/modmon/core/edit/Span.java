package dev.modmon.core.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A node of a YAML text, and the characters it is made of.
///
/// @param from its first character, an anchor or tag included
/// @param to behind its last character; for a block its last entry's
/// @param anchor its own, or for an alias the one it stands for
/// @param entries of a mapping
/// @param items of a list
record Span(
        Kind kind,
        boolean flow,
        int from,
        int to,
        @Nullable String anchor,
        String value,
        List<Entry> entries,
        List<Span> items) {
    enum Kind {
        PLAIN,
        QUOTED,
        BLOCK_TEXT,
        ALIAS,
        MAPPING,
        SEQUENCE
    }

    record Entry(Span key, Span value) {
        String name() {
            return key.value();
        }
    }

    Span {
        entries = List.copyOf(entries);
        items = List.copyOf(items);
    }

    static Span scalar(Kind kind, int from, int to, @Nullable String anchor, String value) {
        return new Span(kind, false, from, to, anchor, value, List.of(), List.of());
    }

    boolean isMapping() {
        return kind == Kind.MAPPING;
    }

    boolean isSequence() {
        return kind == Kind.SEQUENCE;
    }

    boolean isBlock() {
        return (isMapping() || isSequence()) && !flow;
    }

    /// Nothing is written at all.
    boolean isEmpty() {
        return kind == Kind.PLAIN && from == to;
    }

    /// Nothing, written or not.
    boolean isNull() {
        return kind == Kind.PLAIN && value.matches("|~|null|Null|NULL");
    }

    Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
