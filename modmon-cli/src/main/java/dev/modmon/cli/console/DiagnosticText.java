package dev.modmon.cli.console;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Diagnostics as a person reads them, file by file: what is wrong, where, the line with marks under the piece that is
/// meant, and what to do about it. All of it goes to standard error.
public final class DiagnosticText {
    private static final int WIDEST = 120;
    private static final int NARROWEST = 40;
    private static final String ENV_SUFFIX = ".env";

    private final Console console;
    private final Function<String, Optional<String>> sources;
    private final int width;

    /// @param sources text of a file by its path in the repo; empty where it cannot be had
    public DiagnosticText(Console console, Function<String, Optional<String>> sources) {
        this.console = console;
        this.sources = sources;
        this.width = Math.clamp(console.noteWidth(), NARROWEST, WIDEST);
    }

    /// All of them, by file and place, and their count.
    public void print(List<Diagnostic> diagnostics) {
        Map<String, List<Diagnostic>> byFile = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics.stream().sorted().toList()) {
            byFile.computeIfAbsent(diagnostic.place().file(), _ -> new ArrayList<>())
                    .add(diagnostic);
        }
        byFile.forEach(this::print);
        console.note(total(diagnostics, byFile.size()));
    }

    private void print(String file, List<Diagnostic> diagnostics) {
        console.note(
                console.paintedNote(Style.BOLD, Printable.line(file))
                        + console.paintedNote(Style.DIM, " (" + Counts.of(diagnostics) + ")"));
        console.note("");
        List<String> lines = linesOf(file, diagnostics);
        int gutter = diagnostics.stream().mapToInt(d -> digits(d.place().line())).max().orElse(1);
        diagnostics.forEach(diagnostic -> print(diagnostic, lines, " ".repeat(gutter)));
    }

    /// The file is read only when there is a line to show.
    private List<String> linesOf(String file, List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(d -> d.place().line() > 0)
                ? sources.apply(file).map(text -> text.lines().toList()).orElse(List.of())
                : List.of();
    }

    private void print(Diagnostic diagnostic, List<String> lines, String gutter) {
        Style style =
                switch (diagnostic.severity()) {
                    case ERROR -> Style.RED;
                    case WARNING -> Style.YELLOW;
                    case NOTE -> Style.DIM;
                };
        String kind = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        List<String> message =
                Wrapped.lines(
                        "%s[%s]: %s"
                                .formatted(
                                        kind,
                                        diagnostic.code(),
                                        Printable.line(diagnostic.message())),
                        console.noteWidth());
        String head = message.getFirst();
        console.note(
                console.paintedNote(style, head.substring(0, kind.length()))
                        + console.paintedNote(Style.BOLD, head.substring(kind.length())));
        message.stream().skip(1).forEach(it -> console.note(console.paintedNote(Style.BOLD, it)));
        Place place = diagnostic.place();
        if (place.line() > 0) {
            console.note(gutter + frame("--> ") + Printable.line(place.toString()));
            lineOf(place, lines).ifPresent(line -> mark(line, place, gutter, style));
        }
        hint(diagnostic, gutter);
        console.note("");
    }

    private static Optional<String> lineOf(Place place, List<String> lines) {
        return place.line() <= lines.size()
                ? Optional.of(lines.get(place.line() - 1)).filter(line -> !line.isBlank())
                : Optional.empty();
    }

    private void mark(String line, Place place, String gutter, Style style) {
        String number = String.valueOf(place.line());
        boolean yaml = !place.file().endsWith(ENV_SUFFIX);
        int room = width - gutter.length() - " | ".length();
        SourceLine shown = SourceLine.of(line, place.column(), yaml, room);
        String bar = gutter + frame(" |");
        console.note(bar);
        String padded = " ".repeat(gutter.length() - number.length()) + number;
        console.note(frame(padded + " | ") + shown.text());
        if (shown.marks() > 0) {
            int before = shown.indent();
            String marks = shown.marksBelow().substring(before);
            console.note(bar + " " + " ".repeat(before) + console.paintedNote(style, marks));
        }
    }

    private void hint(Diagnostic diagnostic, String gutter) {
        if (diagnostic.hint().isEmpty()) {
            return;
        }
        String lead = gutter + " = ";
        int room = Math.max(NARROWEST, console.noteWidth() - lead.length());
        List<String> lines = Wrapped.lines("hint: " + Printable.line(diagnostic.hint()), room);
        console.note(gutter + frame(" = ") + lines.getFirst());
        lines.stream().skip(1).forEach(line -> console.note(" ".repeat(lead.length()) + line));
    }

    private String frame(String text) {
        return console.paintedNote(Style.CYAN, text);
    }

    private static int digits(int line) {
        return String.valueOf(line).length();
    }

    private static String total(List<Diagnostic> diagnostics, int files) {
        return Counts.of(diagnostics) + (files > 1 ? " in " + files + " files." : ".");
    }
}
