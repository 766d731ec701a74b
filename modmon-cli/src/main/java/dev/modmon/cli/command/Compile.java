package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.compose.StackFile;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// `modmon compile ENV`
public final class Compile {
    private static final Option<Boolean> STDOUT =
            Option.flag(
                    Option.NO_SHORT_NAME,
                    "stdout",
                    "Print the compiled file instead of writing it");

    public static final Signature SIGNATURE =
            new Signature(
                    "compile",
                    Groups.PROJECT,
                    "Write what an environment runs as a plain docker-stack.yaml",
                    List.of(Arguments.ENVIRONMENT),
                    List.of(Arguments.TAG, STDOUT),
                    List.of(
                            """
                            The file is written to the root of the master repo, is the same on every machine, and
                            runs with plain docker: docker stack deploy -c docker-stack.yaml PROJECT-ENV
                            Secrets are not in it; their variables are named at its top.\
                            """),
                    List.of("modmon compile staging --tag web=v2"));

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

    public ExitCode run(Input input) {
        Workspace workspace = Workspace.load(surroundings.directory(input));
        EnvironmentName environment = workspace.known(input.get(Arguments.ENVIRONMENT));
        SortedMap<RepoName, ImageTag> tags = Arguments.byRepo(input.get(Arguments.TAG));
        CompiledStack compiled =
                workspace.compile(
                        environment,
                        ImageTags.of(tags),
                        Warnings.shown(surroundings.console(), workspace, input));
        String content = StackFile.write(compiled.stack(), origin(workspace, tags));
        boolean toFile = !input.get(STDOUT);
        Path file = workspace.root().resolve(StackFile.PATH);
        if (toFile) {
            write(file, content);
        }
        print(
                input,
                report(workspace, environment, compiled, toFile ? file.toString() : "", content));
        return ExitCode.DONE;
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
            Workspace workspace,
            EnvironmentName environment,
            CompiledStack compiled,
            String file,
            String content) {
        return new Report(
                workspace.name().value(),
                environment.value(),
                compiled.stack().name().toString(),
                file,
                compiled.stack().services().stream().map(s -> s.name().value()).toList(),
                compiled.secrets().stream().map(SecretRef::placeholder).toList(),
                content);
    }

    private static StackFile.Origin origin(
            Workspace workspace, SortedMap<RepoName, ImageTag> tags) {
        SortedMap<String, String> texts = new TreeMap<>();
        tags.forEach((repo, tag) -> texts.put(repo.value(), tag.value()));
        return new StackFile.Origin(workspace.version(), texts);
    }

    private static void write(Path file, String content) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), ".docker-stack", ".yaml");
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
