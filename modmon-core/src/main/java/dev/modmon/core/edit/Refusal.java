package dev.modmon.core.edit;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.InvalidInputException;
import dev.modmon.core.source.Place;
import java.util.List;

/// Why an edit is not made, and where.
record Refusal(String file, Lines lines) {
    InvalidInputException of(String code, int at, String message, String hint) {
        int line = (int) lines.text().substring(0, at).lines().count();
        boolean atStart = lines.columnOf(at) == 0;
        Place place = new Place(file, atStart ? line + 1 : line, lines.columnOf(at) + 1);
        return new InvalidInputException(List.of(Diagnostic.error(code, place, message, hint)));
    }
}
