package dev.modmon.cli.catalogue;

/// A positional argument of a command, and the key to its typed value in [Input].
///
/// @param name as the usage line shows it, such as `ENV`
/// @param repeatable whether it takes all words that are left; then it is the last one
public record Argument<T>(
        String name,
        boolean required,
        boolean repeatable,
        String summary,
        Choices choices,
        ValueReader<T> reader) {
    public static <T> Argument<T> required(
            String name, String summary, Choices choices, ValueReader<T> reader) {
        return new Argument<>(name, true, false, summary, choices, reader);
    }

    public static <T> Argument<T> optional(
            String name, String summary, Choices choices, ValueReader<T> reader) {
        return new Argument<>(name, false, false, summary, choices, reader);
    }

    /// One or more.
    public static <T> Argument<T> oneOrMore(
            String name, String summary, Choices choices, ValueReader<T> reader) {
        return new Argument<>(name, true, true, summary, choices, reader);
    }

    /// Any number.
    public static <T> Argument<T> any(
            String name, String summary, Choices choices, ValueReader<T> reader) {
        return new Argument<>(name, false, true, summary, choices, reader);
    }

    String usage() {
        String once = required ? name : "[" + name + "]";
        return repeatable ? once + "..." : once;
    }
}
