package dev.modmon.core.dotenv;

import dev.modmon.core.source.Place;
import java.util.function.IntFunction;

/// What stands behind a variable's name.
///
/// @param text without quotes and comments, and with escapes resolved. Where variables are put in, that
///     is unless the value stands in single quotes, `$$` stands for a dollar
/// @param interpolated whether `$NAME` and `${NAME}` mean something in it
/// @param places where the text's character of an index stands in the file
public record DotenvValue(String text, boolean interpolated, IntFunction<Place> places) {
    public Place placeAt(int index) {
        return places.apply(index);
    }

    /// A value may be a secret of somebody's.
    @Override
    public String toString() {
        return "value at " + placeAt(0);
    }
}
