package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.ValueReader;
import org.jspecify.annotations.Nullable;

/// Something to ask the user.
///
/// @param text without a question mark or colon
/// @param flag what gives the answer on a command line, such as `--type`
/// @param usual the answer to Enter alone; null when there is none, empty when nothing is an answer
/// @param reader refuses with a message for the user
record Question<T>(String text, String flag, @Nullable String usual, ValueReader<T> reader) {
    /// `Name of the service [redis]: `
    String prompt() {
        return usual == null || usual.isEmpty() ? text + ": " : "%s [%s]: ".formatted(text, usual);
    }
}
