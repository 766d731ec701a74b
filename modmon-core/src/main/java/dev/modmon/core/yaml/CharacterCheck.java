package dev.modmon.core.yaml;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;

/// Finds the characters that YAML does not allow, with their line and column, which the parser does
/// not tell.
final class CharacterCheck {
    private CharacterCheck() {}

    static boolean passes(SourceFile file, Diagnostics diagnostics) {
        String text = file.text();
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (!isAllowed(point)) {
                diagnostics.error(
                        "yaml.bad-character",
                        new Place(file.path(), line, column),
                        "Character U+%04X is not allowed in YAML.".formatted(point),
                        "Save the file as plain UTF-8 text without control characters.");
                return false;
            }
            if (point == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    /// yaml.org/spec/1.2.2, 5.1: c-printable.
    private static boolean isAllowed(int point) {
        return point >= 0x20 && point <= 0x7e
                || point == '\t'
                || point == '\n'
                || point == '\r'
                || point == 0x85
                || point >= 0xa0 && point <= 0xd7ff
                || point >= 0xe000 && point <= 0xfffd
                || point >= 0x10000;
    }
}
