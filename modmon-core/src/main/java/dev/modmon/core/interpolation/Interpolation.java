package dev.modmon.core.interpolation;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Text with variables, as Compose reads it.
///
/// - `$NAME` and `${NAME}` stand for the variable's value; `$$` is a dollar, and so is a `$` that nothing
///   known follows.
/// - `${NAME:-text}`: the text when the variable is not defined or empty; `${NAME-text}`: when it is not
///   defined.
/// - `${NAME:?text}`: a mistake when it is not defined or empty, with the text as the reason; `${NAME?text}`:
///   when it is not defined.
/// - `${NAME:+text}`: the text when it is defined and not empty; `${NAME+text}`: when it is defined.
/// - The text may hold variables itself, and all of them must be right, needed or not.
public final class Interpolation {
    /// No result is longer: 1 Mi characters.
    public static final int MAX_LENGTH = 1 << 20;

    private final List<Part> parts;
    private final IntFunction<Place> places;

    private Interpolation(List<Part> parts, IntFunction<Place> places) {
        this.parts = parts;
        this.places = places;
    }

    /// Reads the text; empty when a variable in it cannot be read, and the diagnostics say why.
    ///
    /// @param places where the text's character of an index stands
    public static Optional<Interpolation> parse(
            String text, IntFunction<Place> places, Diagnostics diagnostics) {
        try {
            return Optional.of(new Interpolation(PartReader.read(text), places));
        } catch (InterpolationException e) {
            diagnostics.error(
                    "variable.syntax",
                    places.apply(e.index()),
                    String.valueOf(e.getMessage()),
                    e.hint());
            return Optional.empty();
        }
    }

    /// Whether there is no variable in it.
    public boolean isConstant() {
        return parts.stream().allMatch(Part.Literal.class::isInstance);
    }

    /// The text with all values in; empty when one is required and missing, and the diagnostics say so.
    public Optional<String> render(Variables variables, Diagnostics diagnostics) {
        return new Renderer(variables, places, diagnostics).render(parts);
    }
}
