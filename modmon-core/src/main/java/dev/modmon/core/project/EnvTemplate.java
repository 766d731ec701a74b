package dev.modmon.core.project;

import dev.modmon.core.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// An environment's `.env/NAME.env`: variables whose values may hold `{{ }}` expressions.
///
/// @param variables by name, in the order of the file
public record EnvTemplate(Place place, SequencedMap<String, Variable> variables) {
    /// One line.
    ///
    /// @param place of the name
    /// @param value without quotes and comments, escapes resolved; expressions as they are written
    /// @param valuePlace of the value's first character, that is behind an opening quote
    /// @param escapes indexes in the value of characters that were written as an escape
    public record Variable(
            String name, Place place, String value, Place valuePlace, List<Integer> escapes) {
        public Variable {
            escapes = List.copyOf(escapes);
        }

        /// Where the value's character of this index stands in the file.
        public Place placeAt(int index) {
            long before = escapes.stream().filter(escape -> escape < index).count();
            return valuePlace.right(index + (int) before);
        }
    }

    public EnvTemplate {
        variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
    }
}
