package dev.modmon.core.dotenv;

import dev.modmon.core.source.Place;
import java.util.Arrays;
import java.util.function.IntFunction;

/// A text that is built of characters of a file, and remembers where each came from.
final class ValueText {
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[32];

    /// @param offset of what the character was written as
    void append(char c, int offset) {
        if (text.length() + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[text.length()] = offset;
        text.append(c);
    }

    /// A piece of the file as it stands there.
    void append(String file, int start, int end) {
        for (int i = start; i < end; i++) {
            append(file.charAt(i), i);
        }
    }

    /// @param end offset behind the value, which is also where what is missing at its end is missing
    DotenvValue value(boolean interpolated, LineIndex lines, int end) {
        int[] known = Arrays.copyOf(offsets, text.length());
        IntFunction<Place> places = i -> lines.place(i < known.length ? known[i] : end);
        return new DotenvValue(text.toString(), interpolated, places);
    }
}
