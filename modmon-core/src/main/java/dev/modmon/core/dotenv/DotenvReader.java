package dev.modmon.core.dotenv;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads env files as Compose does.
///
/// - `NAME=value`, `NAME: value`, each with `export` before it or without; `NAME` alone.
/// - A value without quotes ends with its line, or before ` #`; spaces around it are no part of it.
/// - In single quotes everything is literal, but `\'` is a quote. In double quotes `\n`, `\t`, `\"`, `\\`,
///   `\$` and the other escapes of C are known; any other backslash is one. Both may span lines.
/// - A line that begins with `#` is a comment.
///
/// Where Compose is only being lenient, such as with text behind a closing quote, a mistake is reported.
public final class DotenvReader {
    private static final Pattern EXPORT = Pattern.compile("export[ \\t]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.\\[\\]-]{1,255}");
    private static final int MOST_MISTAKES = 100;

    private final DotenvSyntax syntax;
    private final Diagnostics diagnostics;

    public DotenvReader(DotenvSyntax syntax, Diagnostics diagnostics) {
        this.syntax = syntax;
        this.diagnostics = diagnostics;
    }

    public DotenvFile read(SourceFile file) {
        return new Reading(file).read();
    }

    /// One file on its way.
    private final class Reading {
        private final SourceFile file;
        private final String text;
        private final LineIndex lines;
        private final List<DotenvEntry> entries = new ArrayList<>();
        private final Map<String, Place> known = new LinkedHashMap<>();
        private int mistakes;
        private int at;
        private int quoteOpened = -1;
        private int quoteClosed = -1;

        Reading(SourceFile file) {
            this.file = file;
            this.text = file.text();
            this.lines = new LineIndex(file);
        }

        DotenvFile read() {
            while (nextStatement() && mistakes < MOST_MISTAKES) {
                statement();
            }
            if (mistakes == MOST_MISTAKES) {
                report("env.too-many-mistakes", at, "The rest of the file is not read.", "");
            }
            return new DotenvFile(Place.ofFile(file.path()), entries);
        }

        /// Goes to the next name, over empty lines and comments.
        private boolean nextStatement() {
            while (at < text.length()) {
                if (text.charAt(at) == '#') {
                    at = Blanks.lineEnd(text, at);
                } else if (Blanks.isBlank(text.charAt(at))) {
                    at++;
                } else {
                    return true;
                }
            }
            return false;
        }

        private void statement() {
            Matcher export = EXPORT.matcher(text).region(at, text.length());
            int start = export.lookingAt() ? export.end() : at;
            int end = nameEnd(start);
            String name = Blanks.trimmedEnd(text, start, end);
            char separator = end < text.length() ? text.charAt(end) : '\n';
            if (!NAME.matcher(name).matches()) {
                reportName(name, start, separator);
                at = Blanks.lineEnd(text, at);
            } else if (separator == '\n') {
                alone(name, start, end);
            } else {
                value(name, start, Blanks.skipInLine(text, end + 1));
            }
        }

        private int nameEnd(int start) {
            int end = start;
            while (end < text.length() && "=:\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end;
        }

        private void alone(String name, int start, int end) {
            at = end;
            if (isBehindQuote(start)) {
                reportBehindQuote(start);
            } else {
                add(new DotenvEntry(name, lines.place(start), null));
            }
        }

        private boolean isBehindQuote(int offset) {
            return lines.place(offset).line() == quoteClosed;
        }

        private void value(String name, int nameStart, int start) {
            ValueReader.Outcome outcome = new ValueReader(text, start, syntax, lines).read();
            at = outcome.end();
            switch (outcome) {
                case ValueReader.Read(var value, int end, boolean quoted) -> {
                    quoteOpened = lines.place(start).line();
                    quoteClosed = quoted ? lines.place(end).line() : -1;
                    if (isPossible(start, end)) {
                        add(new DotenvEntry(name, lines.place(nameStart), value));
                    }
                }
                case ValueReader.Unclosed(char quote, _) ->
                        report(
                                "env.open-quote",
                                start,
                                "The quote %s is not closed.".formatted(quote),
                                "Close it, or write the value without quotes.");
            }
        }

        private void add(DotenvEntry entry) {
            Place first = known.put(entry.name(), entry.place());
            if (first != null) {
                diagnostics.warning(
                        "env.duplicate-variable",
                        entry.place(),
                        "Variable '%s' is set twice; this one counts."
                                .formatted(ShownText.brief(entry.name())),
                        "The one before is in line %d; keep one of them.".formatted(first.line()));
            }
            entries.add(entry);
        }

        /// Whether a variable can hold what is written there; [Marks] count on it.
        private boolean isPossible(int start, int end) {
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                if (c == '\0' || c >= '\ufdd0' && c <= '\ufdef') {
                    report(
                            "env.bad-character",
                            i,
                            "No variable can hold this character, U+%04X.".formatted((int) c),
                            "Remove it.");
                    return false;
                }
            }
            return true;
        }

        private void reportName(String name, int start, char separator) {
            if (isBehindQuote(start)) {
                reportBehindQuote(start);
            } else if (separator == '\n') {
                report(
                        "env.syntax",
                        start,
                        "This line is no variable.",
                        "Write NAME=value, or begin the line with '#'; a value of several lines needs quotes.");
            } else {
                report(
                        "env.bad-name",
                        start,
                        "Variable name '%s' must be of letters, digits, '_', '.' and '-'."
                                .formatted(ShownText.brief(name)),
                        "");
            }
        }

        private void reportBehindQuote(int offset) {
            report(
                    "env.text-after-quote",
                    offset,
                    "There is more text behind the closing quote.",
                    "Put all of the value between the quotes, the first of which is in line %d."
                            .formatted(quoteOpened));
        }

        private void report(String code, int offset, String message, String hint) {
            mistakes++;
            diagnostics.error(code, lines.place(offset), message, hint);
        }
    }
}
