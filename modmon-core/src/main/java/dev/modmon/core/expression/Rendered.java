package dev.modmon.core.expression;

/// What became of a template.
///
/// @param text literal when nothing secret is in it; else `${NAME}` stands for each secret, and every
///     other `$` is doubled
public record Rendered(String text, boolean secret) {
    @Override
    public String toString() {
        return secret ? "••••••" : text;
    }
}
