package dev.modmon.core.expression;

import dev.modmon.core.expression.Value.Secret;
import dev.modmon.core.expression.Value.Text;
import dev.modmon.core.expression.Value.Truth;

/// How single values are written.
final class ValueText {
    private ValueText() {}

    /// @throws IllegalArgumentException for what is not a single value
    static String of(Value value) {
        return switch (value) {
            case Text(var text) -> text;
            case Value.Number number -> number.text();
            case Truth(var truth) -> Boolean.toString(truth);
            case Secret(var pattern) -> pattern;
            case Value.Group _, Value.Absent _ ->
                    throw new IllegalArgumentException("not a single value");
        };
    }

    /// The same for text that a secret is part of.
    static String pattern(Value value) {
        return value instanceof Secret(var pattern) ? pattern : Secret.escape(of(value));
    }
}
