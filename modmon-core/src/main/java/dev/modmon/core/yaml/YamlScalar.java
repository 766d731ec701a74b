package dev.modmon.core.yaml;

import dev.modmon.core.source.Place;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A single value.
///
/// @param text as it was written, without quotes; `8080`, `1.0` and `yes` keep their spelling
/// @param lead columns from the place to the text's first character: 1 behind a quote, else 0; or
///     [#NOT_VERBATIM]
public record YamlScalar(Place place, String tag, String text, Type type, int lead)
        implements YamlNode {
    /// The text is not the same characters as in the file: it has escapes or several lines.
    public static final int NOT_VERBATIM = -1;

    /// What the text is by the YAML 1.2 core schema: `yes`, `22:22` and `2026-01-01` are text,
    /// `0o17` is the number 15 and `010` is 10.
    public enum Type {
        TEXT("text"),
        INTEGER("a whole number"),
        FLOAT("a number"),
        BOOLEAN("true or false"),
        NULL("nothing");

        private final String kind;

        Type(String kind) {
            this.kind = kind;
        }
    }

    public static YamlScalar text(Place place, String text) {
        return new YamlScalar(place, "", text, Type.TEXT, NOT_VERBATIM);
    }

    /// Where the text's character of this index stands; the scalar's start when that is not known.
    public Place placeAt(int index) {
        return lead == NOT_VERBATIM ? place : place.right(lead + index);
    }

    @Override
    public String kind() {
        return type.kind;
    }

    @Override
    public @Nullable Object toPlain() {
        return switch (type) {
            case TEXT -> text;
            case INTEGER -> integer();
            case FLOAT -> CoreSchema.parseFloat(text);
            case BOOLEAN -> text.equalsIgnoreCase("true");
            case NULL -> null;
        };
    }

    private Object integer() {
        BigInteger value = CoreSchema.parseInteger(text);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }
}
