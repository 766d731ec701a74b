package dev.modmon.core.diagnostic;

/// How much a [Diagnostic] matters: an error stops, a warning asks for a look, a note only tells what
/// was made of something.
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
