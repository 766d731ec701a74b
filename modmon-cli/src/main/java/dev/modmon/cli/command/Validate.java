package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.DiagnosticText;
import dev.modmon.cli.console.FailureText;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.project.Inspection;
import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Severity;
import dev.modmon.core.project.EnvironmentName;
import java.util.List;

/// `modmon validate [ENV]`
public final class Validate {
    private static final Option<Boolean> STRICT =
            Option.flag(Option.NO_SHORT_NAME, "strict", "Take every warning for an error");

    public static final Signature SIGNATURE =
            new Signature(
                    "validate",
                    Groups.PROJECT,
                    "Check the project's files",
                    List.of(Arguments.OPTIONAL_ENVIRONMENT),
                    List.of(STRICT),
                    List.of(
                            """
                            Reports every mistake at once, each with its place and what to do about it, and warns
                            of what works but will hurt. Without ENV all environments are checked. Nothing is
                            contacted.\
                            """),
                    List.of("modmon validate", "modmon validate staging --strict"));

    private final Surroundings surroundings;

    public Validate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What `--json` prints, be the project valid or not.
    ///
    /// @param project its name; empty when it cannot be told
    /// @param environments those that were checked
    record Report(
            boolean valid,
            String project,
            List<String> environments,
            List<String> services,
            long errors,
            long warnings,
            List<DiagnosticReport> diagnostics) {}

    public ExitCode run(Input input) {
        Inspection found = Inspection.of(surroundings.directory(input));
        List<EnvironmentName> environments =
                input.find(Arguments.OPTIONAL_ENVIRONMENT)
                        .map(found::known)
                        .map(List::of)
                        .orElseGet(found::environments);
        Inspection whole = found.with(environments);
        Inspection judged = input.get(STRICT) ? whole.strict() : whole;
        if (input.get(CommonOptions.JSON)) {
            surroundings.console().print(Json.of(report(judged, environments)));
        } else {
            print(judged, environments, input.get(CommonOptions.QUIET));
        }
        return judged.hasErrors() ? ExitCode.INVALID : ExitCode.DONE;
    }

    private void print(Inspection found, List<EnvironmentName> environments, boolean quiet) {
        Console console = surroundings.console();
        if (!found.diagnostics().isEmpty()) {
            new DiagnosticText(console, found::source).print(found.diagnostics());
        }
        if (found.hasErrors()) {
            FailureText.print(found.invalid(), console);
        } else if (!quiet) {
            console.print(
                    "Project '%s' is valid: %s, %s."
                            .formatted(
                                    found.name(),
                                    Words.count(environments.size(), "environment"),
                                    Words.count(found.services().size(), "service")));
        }
    }

    private static Report report(Inspection found, List<EnvironmentName> environments) {
        List<Diagnostic> diagnostics = found.diagnostics();
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return new Report(
                errors == 0,
                found.repo().isEmpty() ? "" : found.name().value(),
                environments.stream().map(EnvironmentName::value).toList(),
                found.services().stream().map(Object::toString).toList(),
                errors,
                diagnostics.stream().filter(it -> it.severity() == Severity.WARNING).count(),
                diagnostics.stream().map(DiagnosticReport::of).toList());
    }
}
