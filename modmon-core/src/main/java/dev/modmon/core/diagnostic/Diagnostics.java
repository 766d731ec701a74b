package dev.modmon.core.diagnostic;

import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong while input is read, so that all of it is reported at once.
///
/// "All" has a bound: of the errors and of the warnings the first [#MOST] are kept, and how many more there were.
public final class Diagnostics {
    /// Nobody reads more, and a file that was made to exhaust a server has millions.
    public static final int MOST = 1_000;

    private final Set<Diagnostic> errors = new LinkedHashSet<>();
    private final Set<Diagnostic> warnings = new LinkedHashSet<>();
    private int dropped;

    public void error(String code, Place place, String message, String hint) {
        add(Diagnostic.error(code, place, message, hint));
    }

    public void warning(String code, Place place, String message, String hint) {
        add(Diagnostic.warning(code, place, message, hint));
    }

    public void note(String code, Place place, String message, String hint) {
        add(Diagnostic.note(code, place, message, hint));
    }

    public void add(Diagnostic diagnostic) {
        Set<Diagnostic> kept = diagnostic.isError() ? errors : warnings;
        if (kept.size() < MOST) {
            kept.add(diagnostic);
        } else if (!kept.contains(diagnostic)) {
            dropped++;
        }
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /// Whether another error would only be counted, so that looking for more is not worth much work.
    public boolean isFull() {
        return errors.size() >= MOST;
    }

    /// Everything found so far, by place, without repetitions.
    public List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>(errors);
        all.addAll(warnings);
        all.sort(null);
        if (dropped > 0) {
            all.add(more(all.getLast()));
        }
        return List.copyOf(all);
    }

    private Diagnostic more(Diagnostic last) {
        return new Diagnostic(
                errors.isEmpty() ? Severity.WARNING : Severity.ERROR,
                "config.too-many-mistakes",
                Place.ofFile(last.place().file()),
                "There is more: %d mistakes are not listed.".formatted(dropped),
                "Correct some of these, and look again.");
    }

    /// @throws InvalidInputException when an error was found
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidInputException(all());
        }
    }
}
