package dev.modmon.core.diagnostic;

import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong while input is read, so that all of it is reported at once.
public final class Diagnostics {
    private final List<Diagnostic> found = new ArrayList<>();

    public void error(String code, Place place, String message, String hint) {
        found.add(Diagnostic.error(code, place, message, hint));
    }

    public void warning(String code, Place place, String message, String hint) {
        found.add(Diagnostic.warning(code, place, message, hint));
    }

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    /// Everything found so far, by place, without repetitions.
    public List<Diagnostic> all() {
        return found.stream().distinct().sorted().toList();
    }

    /// @throws InvalidInputException when an error was found
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidInputException(all());
        }
    }
}
