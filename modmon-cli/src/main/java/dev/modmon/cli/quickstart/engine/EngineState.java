package dev.modmon.cli.quickstart.engine;

/// How an engine was found.
public sealed interface EngineState {
    /// It answers.
    record Answering() implements EngineState {}

    /// Its socket is there, but this user may not use it.
    record Forbidden() implements EngineState {}

    /// Nothing answers.
    record Silent() implements EngineState {}
}
