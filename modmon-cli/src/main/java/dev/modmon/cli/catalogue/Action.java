package dev.modmon.cli.catalogue;

import dev.modmon.cli.failure.ExitCode;

/// What a command does.
@FunctionalInterface
public interface Action {
    /// @throws dev.modmon.cli.failure.Failure when it cannot be done
    ExitCode run(Input input);
}
