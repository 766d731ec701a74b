package dev.modmon.core.compose;

/// The value of an environment variable.
///
/// @param text the value. In a compiled, not yet resolved stack a secret value holds `${NAME}` for each
///     secret in it, with other `$` doubled, as Compose files interpolate; everything else is literal
/// @param secret whether a secret is part of the value; then it is never shown
public record EnvValue(String text, boolean secret) {
    public static EnvValue plain(String text) {
        return new EnvValue(text, false);
    }

    public static EnvValue secret(String text) {
        return new EnvValue(text, true);
    }

    /// What may be printed.
    public String shown() {
        return secret ? "••••••" : text;
    }

    @Override
    public String toString() {
        return shown();
    }
}
