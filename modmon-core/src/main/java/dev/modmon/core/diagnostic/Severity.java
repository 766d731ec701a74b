package dev.modmon.core.diagnostic;

/// How much a [Diagnostic] matters: an error stops, a warning does not.
public enum Severity {
    ERROR,
    WARNING
}
