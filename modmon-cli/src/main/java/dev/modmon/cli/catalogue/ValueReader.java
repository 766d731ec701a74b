package dev.modmon.cli.catalogue;

/// Turns the text of one option or argument into its type.
@FunctionalInterface
public interface ValueReader<T> {
    /// @throws IllegalArgumentException with a message for the user
    T read(String text);
}
