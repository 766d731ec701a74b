package dev.modmon.core.project;

import dev.modmon.core.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// An environment's `.env/NAME.env`: variables whose values may hold `{{ }}` expressions.
///
/// @param variables by name, in the order of the file
public record EnvTemplate(Place place, SequencedMap<String, Variable> variables) {
    /// One line.
    ///
    /// @param place of the name
    /// @param value without quotes and comments; expressions are not yet evaluated
    /// @param valuePlace of the value's first character, that is behind an opening quote
    public record Variable(String name, Place place, String value, Place valuePlace) {}

    public EnvTemplate {
        variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
    }
}
