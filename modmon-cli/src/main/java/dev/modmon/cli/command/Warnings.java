package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.DiagnosticText;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/// What compiling warns of, shown as mistakes are; on standard error, so that an answer in JSON stays one.
final class Warnings {
    private Warnings() {}

    static Consumer<List<Diagnostic>> shown(Console console, Workspace workspace, Input input) {
        return shown(console, workspace, input.get(CommonOptions.QUIET));
    }

    static Consumer<List<Diagnostic>> shown(Console console, Workspace workspace, boolean quiet) {
        return warnings -> {
            if (!quiet && !warnings.isEmpty()) {
                new DiagnosticText(console, workspace::source).print(warnings);
            }
        };
    }
}
