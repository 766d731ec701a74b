package dev.modmon.core.interpolation;

import java.util.List;

/// A piece of an interpolated text.
sealed interface Part {
    record Literal(String text) implements Part {}

    /// `$NAME` or `${NAME}`.
    ///
    /// @param at index of its `$`
    record Plain(String name, String written, int at) implements Part {}

    /// `${NAME:-argument}` and the like.
    record Braced(String name, Operator operator, List<Part> argument, int at) implements Part {
        public Braced {
            argument = List.copyOf(argument);
        }
    }
}
