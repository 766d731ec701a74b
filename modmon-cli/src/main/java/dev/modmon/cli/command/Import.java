package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.DiagnosticText;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.cli.importing.LocalFiles;
import dev.modmon.cli.importing.NewMasterRepo;
import dev.modmon.cli.project.Inspection;
import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.importer.ImportPlan;
import dev.modmon.core.importer.ImportPlanner;
import dev.modmon.core.importer.ImportRequest;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `modmon import FILE...`
public final class Import {
    private static final Argument<Path> FILES =
            Argument.oneOrMore(
                    "FILE",
                    "A Compose or stack file; each is merged over those before it",
                    Choices.DIRECTORIES,
                    Path::of);

    private static final Option<Optional<Path>> INTO =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "into",
                    "DIR",
                    "The master repo to be, instead of the current folder",
                    Choices.DIRECTORIES,
                    Path::of);

    private static final Option<Optional<EnvironmentName>> ENVIRONMENT =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "environment",
                    "ENV",
                    "The environment that it gets, instead of 'local'",
                    Choices.NONE,
                    EnvironmentName::new);

    public static final Signature SIGNATURE =
            new Signature(
                    "import",
                    Groups.START,
                    "Make a master repo of a Compose file",
                    List.of(FILES),
                    List.of(INTO, ENVIRONMENT),
                    List.of(
                            """
                            Everything in the file goes under 'swarm:' in .modmon/modmon.yaml, in its own words; the
                            variables of its .env file become those of the environment. Files that it needs are copied
                            into DIR. No file is overwritten, and the originals stay as they are.\
                            """),
                    List.of(
                            "modmon import docker-compose.yml",
                            "modmon import compose.yaml compose.prod.yaml --into ../shop-deploy"));

    private final Surroundings surroundings;

    public Import(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What `--json` prints.
    ///
    /// @param files what was written, relative to the directory
    /// @param notes what was left out, moved or is still to be done
    record Report(
            String project,
            String directory,
            String environment,
            List<String> files,
            List<String> services,
            List<String> notes,
            boolean valid,
            List<DiagnosticReport> diagnostics) {}

    public ExitCode run(Input input) {
        Path here = surroundings.directory(input);
        ImportRequest request =
                new ImportRequest(
                        input.all(FILES).stream()
                                .map(here::resolve)
                                .map(file -> file.toAbsolutePath().normalize())
                                .toList(),
                        input.get(INTO)
                                .map(here::resolve)
                                .orElse(here)
                                .toAbsolutePath()
                                .normalize(),
                        input.get(ENVIRONMENT).orElse(new EnvironmentName("local")),
                        "swarm");
        ImportPlan plan = plan(request);
        List<String> written =
                new NewMasterRepo(request.into()).write(plan, surroundings.console());
        Inspection made = Inspection.of(request.into()).withRest();
        if (input.get(CommonOptions.JSON)) {
            surroundings.console().print(Json.of(report(request, plan, written, made)));
        } else {
            print(request, plan, written, made, input.get(CommonOptions.QUIET));
        }
        return ExitCode.DONE;
    }

    private static ImportPlan plan(ImportRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        LocalFiles files = new LocalFiles();
        Optional<ImportPlan> plan = new ImportPlanner(files, diagnostics).plan(request);
        if (diagnostics.hasErrors() || plan.isEmpty()) {
            throw new InvalidConfiguration(
                    "It cannot be imported, and nothing was written.",
                    diagnostics.all(),
                    path ->
                            files.text(request.files().getFirst().resolveSibling(path), path)
                                    .map(SourceFile::text));
        }
        return plan.get();
    }

    private void print(
            ImportRequest request,
            ImportPlan plan,
            List<String> written,
            Inspection made,
            boolean quiet) {
        Console console = surroundings.console();
        if (quiet) {
            return;
        }
        console.print(
                "Made the master repo of '%s' in %s: %s."
                        .formatted(
                                made.name(),
                                request.into(),
                                Words.count(made.services().size(), "service")));
        written.forEach(file -> console.print("  " + file));
        plan.notes().forEach(note -> console.print("- " + note));
        if (!made.diagnostics().isEmpty()) {
            new DiagnosticText(console, made::source).print(made.diagnostics());
        }
        console.print("Next:");
        next(request, made).forEach(line -> console.print("  " + line));
    }

    private static List<String> next(ImportRequest request, Inspection made) {
        List<String> next = new ArrayList<>();
        next.add("cd " + request.into());
        next.add(
                made.hasErrors()
                        ? "modmon validate"
                        : "modmon compile %s".formatted(request.environment()));
        return next;
    }

    private static Report report(
            ImportRequest request, ImportPlan plan, List<String> written, Inspection made) {
        return new Report(
                made.name().value(),
                request.into().toString(),
                request.environment().value(),
                written,
                made.services().stream().map(ServiceName::value).toList(),
                plan.notes(),
                !made.hasErrors(),
                made.diagnostics().stream().map(DiagnosticReport::of).toList());
    }
}
