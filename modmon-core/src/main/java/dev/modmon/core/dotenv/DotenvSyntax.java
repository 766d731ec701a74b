package dev.modmon.core.dotenv;

/// What may stand in the values of an env file.
public enum DotenvSyntax {
    /// Variables, as in Compose's `env_file` and `.env`.
    VARIABLES,
    /// Variables, and expressions in `{{ }}`, within which quotes, `#` and `$` belong to the expression.
    EXPRESSIONS,
    /// Neither: a `$` is a dollar everywhere.
    LITERAL
}
