package dev.modmon.cli.catalogue;

/// What the interactive session offers to complete a value with.
public enum Choices {
    NONE,
    ENVIRONMENTS,
    SERVICES,
    COMMANDS,
    PREFABS,
    DATABASE_TYPES,
    DIRECTORIES
}
