package dev.modmon.cli.project;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.dotenv.DotenvEntry;
import dev.modmon.core.dotenv.DotenvFile;
import dev.modmon.core.dotenv.DotenvReader;
import dev.modmon.core.dotenv.DotenvSyntax;
import dev.modmon.core.dotenv.DotenvValue;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.source.DirectoryTree;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Secrets in `.modmon/secrets/ENV.env`, lines `name=value` as in an env file, but a `$` is a dollar. Only the user may be
/// able to read the file, and git must ignore it.
final class FileSecrets implements SecretSource {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final String path;
    private final SortedMap<String, DotenvEntry> entries = new TreeMap<>();

    private FileSecrets(String path) {
        this.path = path;
    }

    static String path(EnvironmentName environment) {
        return ".modmon/secrets/" + environment + ".env";
    }

    /// What the file of the environment has; nothing when there is none.
    ///
    /// @param tree empty outside of a git repository, where nothing can be committed by mistake
    static FileSecrets read(Path root, Optional<WorkTree> tree, EnvironmentName environment) {
        FileSecrets secrets = new FileSecrets(path(environment));
        secrets.content(root)
                .ifPresent(file -> {
                    secrets.checkPrivate(root.resolve(secrets.path));
                    tree.ifPresent(it -> secrets.checkIgnored(it, root.resolve(secrets.path)));
                    secrets.read(file);
                });
        return secrets;
    }

    private Optional<SourceFile> content(Path root) {
        try {
            return new DirectoryTree(root).read(path);
        } catch (SourceException refused) {
            throw new Failure(
                    ExitCode.INVALID,
                    "secrets-file",
                    String.valueOf(refused.getMessage()),
                    "The secrets must be in the file itself, as UTF-8 text.",
                    refused);
        }
    }

    private void checkPrivate(Path file) {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw refusal("can be read by others", "Run 'chmod 600 %s'.".formatted(path));
            }
        } catch (IOException unreadable) {
            throw refusal("cannot be read", "");
        }
    }

    private void checkIgnored(WorkTree tree, Path file) {
        if (!tree.ignores(file)) {
            throw refusal(
                    "is not ignored by git",
                    "Add '/.modmon/secrets/' to .gitignore, so that it is never committed.");
        }
    }

    private Failure refusal(String why, String hint) {
        return new Failure(
                ExitCode.INVALID,
                "secrets-file",
                "The secrets file %s %s.".formatted(path, why),
                hint);
    }

    private void read(SourceFile file) {
        Diagnostics found = new Diagnostics();
        DotenvFile read = new DotenvReader(DotenvSyntax.LITERAL, found).read(file);
        List<Diagnostic> mistakes =
                new ArrayList<>(
                        found.all().stream()
                                .filter(Diagnostic::isError)
                                .map(it -> mistake(it.place()))
                                .toList());
        for (DotenvEntry entry : read.entries()) {
            if (entry.value() == null) {
                mistakes.add(mistake(entry.place()));
            }
            entries.put(entry.name(), entry);
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidConfiguration(
                    "The secrets file %s cannot be used.".formatted(path),
                    mistakes,
                    _ -> Optional.empty());
        }
    }

    /// Nothing of the line is shown, not even what looks like a name: it may be a piece of a secret.
    private static Diagnostic mistake(Place place) {
        return Diagnostic.error(
                "secret.bad-line",
                place,
                "This line is not 'name=value'.",
                "Write one secret a line; a value with spaces at its ends, ' #' or several lines needs quotes.");
    }

    /// Warns of each secret that nothing asks for: its name may be misspelled.
    List<Diagnostic> unused(Collection<String> wanted) {
        List<Diagnostic> warnings = new ArrayList<>();
        for (DotenvEntry entry : entries.values()) {
            if (!wanted.contains(entry.name())) {
                warnings.add(
                        Diagnostic.warning(
                                "secret.unused",
                                entry.place(),
                                "Nothing in this environment uses the secret in this line.",
                                DidYouMean.nearest(entry.name(), wanted)
                                        .map("Did you mean '%s'?"::formatted)
                                        .orElse("")));
            }
        }
        return warnings;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(entries.get(name))
                .map(DotenvEntry::value)
                .map(DotenvValue::text);
    }

    @Override
    public String shown(String name) {
        DotenvEntry entry = entries.get(name);
        return entry == null ? path : entry.place().file() + ":" + entry.place().line();
    }
}
