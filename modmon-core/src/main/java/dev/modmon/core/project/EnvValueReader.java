package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.TemplateSyntax;
import dev.modmon.core.project.EnvTemplate.Variable;
import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is behind the `=`. Expressions are copied as they stand: quotes and `#` within them
/// belong to them.
final class EnvValueReader {
    /// A value's text, where it starts, and which of its characters were escapes.
    record Value(String text, Place place, List<Integer> escapes) {
        Variable asVariable(String name, Place namePlace) {
            return new Variable(name, namePlace, text, place, escapes);
        }
    }

    private final String raw;
    private final Place place;
    private final Diagnostics diagnostics;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> escapes = new ArrayList<>();

    EnvValueReader(String raw, Place place, Diagnostics diagnostics) {
        this.raw = raw;
        this.place = place;
        this.diagnostics = diagnostics;
    }

    Optional<Value> read() {
        char first = raw.isEmpty() ? ' ' : raw.charAt(0);
        return first == '\'' || first == '"' ? quoted(first) : Optional.of(bare());
    }

    private Value bare() {
        int at = 0;
        while (at < raw.length() && !commentStartsAt(at)) {
            at = copy(at);
        }
        return new Value(text.toString().stripTrailing(), place, List.of());
    }

    private boolean commentStartsAt(int at) {
        return raw.charAt(at) == '#' && (at == 0 || Character.isWhitespace(raw.charAt(at - 1)));
    }

    private Optional<Value> quoted(char quote) {
        int at = 1;
        while (at < raw.length() && raw.charAt(at) != quote) {
            boolean escape = quote == '"' && raw.charAt(at) == '\\' && at + 1 < raw.length();
            at = escape ? unescape(at) : copy(at);
        }
        if (at >= raw.length()) {
            diagnostics.error(
                    "env.open-quote",
                    place,
                    "The quote %s is not closed in this line.".formatted(quote),
                    "Close it; a value cannot span lines, but \"\\n\" in double quotes is a line break.");
            return Optional.empty();
        }
        if (!raw.substring(at + 1).matches("\\s*(#.*)?")) {
            diagnostics.error(
                    "env.text-after-quote",
                    place.right(at + 1),
                    "There is more text behind the closing quote.",
                    "Put all of the value between the quotes.");
            return Optional.empty();
        }
        return Optional.of(new Value(text.toString(), place.right(1), escapes));
    }

    /// Copies one character, or a whole expression.
    private int copy(int at) {
        int end = raw.startsWith(TemplateSyntax.OPEN, at) ? TemplateSyntax.end(raw, at) : -1;
        int next = end < 0 ? at + 1 : end;
        text.append(raw, at, next);
        return next;
    }

    private int unescape(int at) {
        char escaped = raw.charAt(at + 1);
        char meant =
                switch (escaped) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case '\\', '"', '$' -> escaped;
                    default -> '\0';
                };
        if (meant == '\0') {
            return copy(at);
        }
        escapes.add(text.length());
        text.append(meant);
        return at + 2;
    }
}
