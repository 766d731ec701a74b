package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.compiler.CompiledDocument;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ComposeFile;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.compose.StackFile;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.project.DeploySettings;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// `modmon compile ENV`
public final class Compile {
    private static final Option<Boolean> STDOUT =
            Option.flag(
                    Option.NO_SHORT_NAME,
                    "stdout",
                    "Print the compiled file instead of writing it");

    private static final Option<Optional<DeploySettings.Type>> FORMAT =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "format",
                    "FORMAT",
                    "'stack' or 'compose'; else as 'deploy.type' says",
                    Choices.NONE,
                    Compile::format);

    public static final Signature SIGNATURE =
            new Signature(
                    "compile",
                    Groups.PROJECT,
                    "Write what an environment runs as a plain docker-stack.yaml or docker-compose.yaml",
                    List.of(Arguments.ENVIRONMENT),
                    List.of(FORMAT, Arguments.TAG, STDOUT),
                    List.of(
                            """
                            The file is written to the root of the master repo, is the same on every machine, and
                            runs with plain docker: docker stack deploy -c docker-stack.yaml PROJECT-ENV, or
                            docker compose up. Secrets are not in it; their variables are named at its top.\
                            """),
                    List.of(
                            "modmon compile staging --tag web=v2",
                            "modmon compile local --format compose"));

    private final Surroundings surroundings;

    public Compile(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What `--json` prints.
    ///
    /// @param file where it was written; empty when it was not
    /// @param secrets variables to be set when plain docker deploys it
    record Report(
            String project,
            String environment,
            String stack,
            String file,
            List<String> services,
            List<String> secrets,
            String content) {}

    /// What an environment was compiled to.
    ///
    /// @param path where it belongs in the master repo
    /// @param companions what must lie beside it, by path
    private record Compiled(
            StackName name,
            String path,
            List<String> services,
            Collection<SecretRef> secrets,
            String content,
            SortedMap<String, String> companions) {}

    public ExitCode run(Input input) {
        Workspace workspace = Workspace.load(surroundings.directory(input));
        EnvironmentName environment = workspace.known(input.get(Arguments.ENVIRONMENT));
        SortedMap<RepoName, ImageTag> tags = Arguments.byRepo(input.get(Arguments.TAG));
        Consumer<List<Diagnostic>> warnings =
                Warnings.shown(surroundings.console(), workspace, input);
        DeploySettings.Type format =
                input.get(FORMAT).orElseGet(() -> workspace.deployType(environment));
        Compiled compiled =
                switch (format) {
                    case SWARM -> stack(workspace, environment, tags, warnings);
                    case COMPOSE -> compose(workspace, environment, tags, warnings);
                };
        boolean toFile = !input.get(STDOUT);
        Path file = workspace.root().resolve(compiled.path());
        if (toFile) {
            write(file, compiled.content());
            compiled.companions()
                    .forEach((path, text) -> write(workspace.root().resolve(path), text));
        }
        print(input, report(workspace, environment, compiled, toFile ? file.toString() : ""));
        return ExitCode.DONE;
    }

    private static Compiled stack(
            Workspace workspace,
            EnvironmentName environment,
            SortedMap<RepoName, ImageTag> tags,
            Consumer<List<Diagnostic>> warnings) {
        CompiledStack compiled = workspace.compile(environment, ImageTags.of(tags), warnings);
        return new Compiled(
                compiled.stack().name(),
                StackFile.PATH,
                compiled.stack().services().stream().map(s -> s.name().value()).toList(),
                compiled.secrets(),
                StackFile.write(compiled.stack(), origin(workspace, tags)),
                StackFile.companions(compiled.stack()));
    }

    private static Compiled compose(
            Workspace workspace,
            EnvironmentName environment,
            SortedMap<RepoName, ImageTag> tags,
            Consumer<List<Diagnostic>> warnings) {
        CompiledDocument compiled = workspace.compose(environment, ImageTags.of(tags), warnings);
        return new Compiled(
                compiled.name(),
                ComposeFile.PATH,
                List.copyOf(compiled.composition().section("services").byKey().keySet()),
                compiled.secrets(),
                ComposeFile.write(compiled, origin(workspace, tags)),
                Collections.emptySortedMap());
    }

    private static DeploySettings.Type format(String text) {
        return switch (text) {
            case "stack" -> DeploySettings.Type.SWARM;
            case "compose" -> DeploySettings.Type.COMPOSE;
            default ->
                    throw new IllegalArgumentException(
                            "Format '%s' is not known; write 'stack' or 'compose'."
                                    .formatted(text));
        };
    }

    private void print(Input input, Report report) {
        Console console = surroundings.console();
        if (input.get(CommonOptions.JSON)) {
            console.print(Json.of(report));
        } else if (report.file().isEmpty()) {
            console.printRaw(report.content());
        } else if (!input.get(CommonOptions.QUIET)) {
            console.print(
                    "Wrote %s: %s for '%s'."
                            .formatted(
                                    report.file(),
                                    Words.count(report.services().size(), "service"),
                                    report.stack()));
        }
    }

    private static Report report(
            Workspace workspace, EnvironmentName environment, Compiled compiled, String file) {
        return new Report(
                workspace.name().value(),
                environment.value(),
                compiled.name().toString(),
                file,
                compiled.services(),
                compiled.secrets().stream().map(SecretRef::placeholder).toList(),
                compiled.content());
    }

    private static StackFile.Origin origin(
            Workspace workspace, SortedMap<RepoName, ImageTag> tags) {
        SortedMap<String, String> texts = new TreeMap<>();
        tags.forEach((repo, tag) -> texts.put(repo.value(), tag.value()));
        return new StackFile.Origin(workspace.version(), texts);
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), ".docker-", ".yaml");
            try {
                Files.writeString(fresh, content);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.FAILED,
                    "unwritable",
                    "'%s' cannot be written: %s.".formatted(file, unwritable.getMessage()),
                    "'--stdout' prints the file instead.",
                    unwritable);
        }
    }
}
