package dev.modmon.core.composition;

/// What becomes of a variable that nothing defines and that has no default.
public enum UndefinedVariables {
    /// The empty text, as Compose does.
    EMPTY,
    /// `${NAME}` stays for the machine that runs the document.
    KEPT
}
