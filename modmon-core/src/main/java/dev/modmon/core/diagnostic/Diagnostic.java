package dev.modmon.core.diagnostic;

import dev.modmon.core.source.Place;
import java.util.Comparator;

/// Something wrong with the user's input, with its place.
///
/// @param code stable, `area.what` in kebab case, such as `service.unknown-dependency`
/// @param message what is wrong with which thing: one sentence with a full stop
/// @param hint what to do about it: one sentence, or empty
public record Diagnostic(Severity severity, String code, Place place, String message, String hint)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER =
            Comparator.comparing((Diagnostic d) -> d.place().file())
                    .thenComparingInt(d -> d.place().line())
                    .thenComparingInt(d -> d.place().column())
                    .thenComparing(Diagnostic::code)
                    .thenComparing(Diagnostic::message);

    /// What the user wrote may be quoted in it, and may be millions of characters.
    private static final int LONGEST = 600;

    public Diagnostic {
        message = shortened(message);
        hint = shortened(hint);
    }

    /// Without its middle, so that the sentence still begins and ends.
    private static String shortened(String text) {
        int kept = LONGEST / 2 - 1;
        return text.length() <= LONGEST
                ? text
                : text.substring(0, kept) + "…" + text.substring(text.length() - kept);
    }

    public static Diagnostic error(String code, Place place, String message, String hint) {
        return new Diagnostic(Severity.ERROR, code, place, message, hint);
    }

    public static Diagnostic warning(String code, Place place, String message, String hint) {
        return new Diagnostic(Severity.WARNING, code, place, message, hint);
    }

    public static Diagnostic note(String code, Place place, String message, String hint) {
        return new Diagnostic(Severity.NOTE, code, place, message, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// A warning as an error; a note is nothing that could be wrong.
    public Diagnostic asError() {
        return severity == Severity.NOTE
                ? this
                : new Diagnostic(Severity.ERROR, code, place, message, hint);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /// `file:line:col [ERROR] message | code`, and the hint indented below.
    @Override
    public String toString() {
        String head = "%s [%s] %s | %s".formatted(place, severity, message, code);
        return hint.isEmpty() ? head : head + "\n  " + hint;
    }
}
