package dev.modmon.core.dotenv;

import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Lines and columns of a text's characters.
final class LineIndex {
    private final String path;
    private final int[] starts;

    LineIndex(SourceFile file) {
        this.path = file.path();
        String text = file.text();
        this.starts =
                IntStream.concat(
                                IntStream.of(0),
                                IntStream.range(0, text.length())
                                        .filter(i -> text.charAt(i) == '\n')
                                        .map(i -> i + 1))
                        .toArray();
    }

    Place place(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found < 0 ? -found - 2 : found;
        return new Place(path, line + 1, offset - starts[line] + 1);
    }
}
