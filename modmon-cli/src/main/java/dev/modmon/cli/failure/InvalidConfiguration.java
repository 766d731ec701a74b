package dev.modmon.cli.failure;

import dev.modmon.core.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The project's files are wrong; it carries everything that is wrong with them.
public final class InvalidConfiguration extends Failure {
    private final List<Diagnostic> diagnostics;
    private final transient Function<String, Optional<String>> sources;

    /// @param sources text of a file by its path in the repo, to show the lines that are meant
    public InvalidConfiguration(
            String message,
            List<Diagnostic> diagnostics,
            Function<String, Optional<String>> sources) {
        super(ExitCode.INVALID, "invalid-configuration", message, "");
        this.diagnostics = List.copyOf(diagnostics);
        this.sources = sources;
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public Function<String, Optional<String>> sources() {
        return sources;
    }
}
