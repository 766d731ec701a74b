package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.DiagnosticText;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.project.EnvironmentName;
import java.util.List;

/// `modmon validate [ENV]`
public final class Validate {
    public static final Signature SIGNATURE =
            new Signature(
                    "validate",
                    Groups.PROJECT,
                    "Check the project's files",
                    List.of(Arguments.OPTIONAL_ENVIRONMENT),
                    List.of(),
                    List.of(
                            """
                            Reports every mistake at once, each with its place and what to do about it.
                            Without ENV all environments are checked. Nothing is contacted.\
                            """),
                    List.of("modmon validate", "modmon validate staging --json"));

    private final Surroundings surroundings;

    public Validate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What `--json` prints when all is well; otherwise it is the error.
    ///
    /// @param diagnostics warnings
    record Report(
            boolean valid,
            String project,
            List<String> environments,
            List<String> services,
            List<DiagnosticReport> diagnostics) {}

    public ExitCode run(Input input) {
        Workspace workspace = Workspace.load(surroundings.directory(input));
        List<EnvironmentName> environments =
                input.find(Arguments.OPTIONAL_ENVIRONMENT)
                        .map(workspace::known)
                        .map(List::of)
                        .orElseGet(workspace::environments);
        List<Diagnostic> warnings = workspace.check(environments);
        Console console = surroundings.console();
        if (input.get(CommonOptions.JSON)) {
            console.print(Json.of(report(workspace, environments, warnings)));
            return ExitCode.DONE;
        }
        if (!warnings.isEmpty()) {
            new DiagnosticText(console, workspace::source).print(warnings);
        }
        if (!input.get(CommonOptions.QUIET)) {
            console.print(
                    "Project '%s' is valid: %s, %s."
                            .formatted(
                                    workspace.name(),
                                    Words.count(environments.size(), "environment"),
                                    Words.count(workspace.services().size(), "service")));
        }
        return ExitCode.DONE;
    }

    private static Report report(
            Workspace workspace, List<EnvironmentName> environments, List<Diagnostic> warnings) {
        return new Report(
                true,
                workspace.name().value(),
                environments.stream().map(EnvironmentName::value).toList(),
                workspace.services().stream().map(Object::toString).toList(),
                warnings.stream().map(DiagnosticReport::of).toList());
    }
}
