package dev.modmon.core.source;

/// A position in a file of the master repo.
///
/// @param file path relative to the repo's root, with `/`
/// @param line counted from 1; 0 when the file as a whole is meant
/// @param column counted from 1, in characters; 0 when the line as a whole is meant
public record Place(String file, int line, int column) {
    public static Place ofFile(String file) {
        return new Place(file, 0, 0);
    }

    /// So many characters further in the same line.
    public Place right(int characters) {
        return new Place(file, line, column + characters);
    }

    @Override
    public String toString() {
        return line == 0
                ? file
                : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
