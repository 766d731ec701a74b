package dev.modmon.cli.catalogue;

/// A positional argument of a command, and the key to its typed value in [Input].
///
/// @param name as the usage line shows it, such as `ENV`
public record Argument<T>(
        String name, boolean required, String summary, Choices choices, ValueReader<T> reader) {
    public static <T> Argument<T> required(
            String name, String summary, Choices choices, ValueReader<T> reader) {
        return new Argument<>(name, true, summary, choices, reader);
    }

    public static <T> Argument<T> optional(
            String name, String summary, Choices choices, ValueReader<T> reader) {
        return new Argument<>(name, false, summary, choices, reader);
    }

    String usage() {
        return required ? name : "[" + name + "]";
    }
}
