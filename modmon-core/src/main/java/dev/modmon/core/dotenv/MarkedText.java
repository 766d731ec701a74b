package dev.modmon.core.dotenv;

import dev.modmon.core.source.Place;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A value's text with marks in it, and where its characters come from.
final class MarkedText {
    private final DotenvValue value;
    private final StringBuilder text = new StringBuilder();
    private final NavigableMap<Integer, Integer> origins = new TreeMap<>();

    MarkedText(DotenvValue value) {
        this.value = value;
    }

    /// A piece of the value.
    void append(int start, int end) {
        append(value.text().substring(start, end), start);
    }

    /// @param origin index in the value
    void append(String piece, int origin) {
        origins.put(text.length(), origin);
        text.append(piece);
    }

    String text() {
        return text.toString();
    }

    Place placeAt(int index) {
        Entry<Integer, Integer> origin = origins.floorEntry(index);
        return value.placeAt(origin == null ? index : origin.getValue() + index - origin.getKey());
    }
}
