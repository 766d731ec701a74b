package dev.modmon.core.composition;

import dev.modmon.core.expression.Rendered;
import dev.modmon.core.source.Place;
import java.util.function.IntFunction;

/// Port: evaluates `{{ }}` in the texts of one service, or of the document as a whole.
public interface Expressions {
    /// What is wrong becomes a diagnostic, and the value is then empty.
    ///
    /// @param places where the text's character of an index stands
    Rendered evaluate(String text, IntFunction<Place> places);
}
