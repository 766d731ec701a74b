package dev.modmon.core.interpolation;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Puts values in the place of variables.
record Renderer(Variables variables, IntFunction<Place> places, Diagnostics diagnostics) {
    Optional<String> render(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        boolean sound = true;
        for (Part part : parts) {
            Optional<String> value = value(part);
            value.ifPresent(text::append);
            sound &= value.isPresent();
            if (text.length() > Interpolation.MAX_LENGTH) {
                reportTooLong(part);
                return Optional.empty();
            }
        }
        return sound ? Optional.of(text.toString()) : Optional.empty();
    }

    private Optional<String> value(Part part) {
        return switch (part) {
            case Part.Literal(var text) -> Optional.of(text);
            case Part.Plain(var name, var written, var at) ->
                    Optional.of(
                            variables
                                    .find(name)
                                    .orElseGet(() ->
                                            variables.undefined(name, written, places.apply(at))));
            case Part.Braced braced -> render(braced.argument()).flatMap(it -> value(braced, it));
        };
    }

    private Optional<String> value(Part.Braced braced, String argument) {
        Optional<String> value = variables.find(braced.name());
        Optional<String> filled = value.filter(it -> !it.isEmpty());
        return switch (braced.operator()) {
            case DEFAULT_IF_EMPTY -> filled.or(() -> Optional.of(argument));
            case DEFAULT -> value.or(() -> Optional.of(argument));
            case REQUIRED_FILLED -> required(filled, braced, argument);
            case REQUIRED -> required(value, braced, argument);
            case REPLACED_IF_FILLED -> Optional.of(filled.isPresent() ? argument : "");
            case REPLACED -> Optional.of(value.isPresent() ? argument : "");
        };
    }

    private Optional<String> required(
            Optional<String> value, Part.Braced braced, String explanation) {
        if (value.isEmpty()) {
            diagnostics.error(
                    "variable.required",
                    places.apply(braced.at()),
                    "Variable '%s' is required and has no value.".formatted(braced.name()),
                    explanation);
        }
        return value;
    }

    private void reportTooLong(Part part) {
        int at =
                switch (part) {
                    case Part.Literal _ -> 0;
                    case Part.Plain plain -> plain.at();
                    case Part.Braced braced -> braced.at();
                };
        diagnostics.error(
                "variable.too-long",
                places.apply(at),
                "With its variables the text is longer than %d characters."
                        .formatted(Interpolation.MAX_LENGTH),
                "Look for a variable that repeats another one.");
    }
}
