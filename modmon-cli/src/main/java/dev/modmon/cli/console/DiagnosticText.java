package dev.modmon.cli.console;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Diagnostics as a person reads them: place, message, the line that is meant with a mark under it, the hint.
public final class DiagnosticText {
    private static final int WIDEST_LINE = 120;

    private final Console console;
    private final Function<String, Optional<String>> sources;

    public DiagnosticText(Console console, Function<String, Optional<String>> sources) {
        this.console = console;
        this.sources = sources;
    }

    /// All of them, by file and place, and their count.
    public void print(List<Diagnostic> diagnostics) {
        diagnostics.stream().sorted().forEach(this::print);
        console.note(count(diagnostics));
    }

    private void print(Diagnostic diagnostic) {
        String kind =
                diagnostic.isError()
                        ? console.paintedNote(Style.RED, "error")
                        : console.paintedNote(Style.YELLOW, "warning");
        String place = console.paintedNote(Style.BOLD, diagnostic.place().toString());
        console.note(
                "%s: %s: %s %s"
                        .formatted(
                                place,
                                kind,
                                FailureText.printable(diagnostic.message()),
                                console.paintedNote(Style.DIM, "[" + diagnostic.code() + "]")));
        sourceLine(diagnostic.place()).ifPresent(line -> mark(line, diagnostic.place()));
        if (!diagnostic.hint().isEmpty()) {
            console.note("  " + FailureText.printable(diagnostic.hint()));
        }
        console.note("");
    }

    private Optional<String> sourceLine(Place place) {
        if (place.line() == 0) {
            return Optional.empty();
        }
        return sources.apply(place.file())
                .flatMap(text -> text.lines().skip(place.line() - 1L).findFirst())
                .filter(line -> !line.isBlank() && line.length() <= WIDEST_LINE);
    }

    private void mark(String line, Place place) {
        String number = String.valueOf(place.line());
        console.note("  %s | %s".formatted(number, FailureText.printable(line)));
        if (place.column() >= 1 && place.column() <= line.length() + 1) {
            // A tab before the mark keeps it under its character, however wide tabs are.
            String gap = line.substring(0, place.column() - 1).replaceAll("[^\t]", " ");
            console.note(
                    "  %s | %s%s"
                            .formatted(
                                    " ".repeat(number.length()),
                                    gap,
                                    console.paintedNote(Style.RED, "^")));
        }
    }

    private static String count(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        String both = errors > 0 && warnings > 0 ? ", " : "";
        return (errors > 0 ? plural(errors, "error") : "")
                + both
                + (warnings > 0 ? plural(warnings, "warning") : "")
                + ".";
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
