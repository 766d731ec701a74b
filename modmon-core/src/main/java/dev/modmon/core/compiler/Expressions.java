package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.source.Place;
import java.util.function.IntFunction;

/// Evaluates texts with `{{ }}` for one service.
interface Expressions {
    /// What is wrong becomes a diagnostic, and the value is then empty.
    ///
    /// @param places where the text's character of an index stands
    EnvValue evaluate(String text, IntFunction<Place> places);
}
