package dev.modmon.cli.project;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.project.EnvironmentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Values of the project's own secrets, as whoever deploys has them: variables `MODMON_SECRET_NAME`, else lines
/// `name=value` of `.modmon/secrets/ENV.env`. What is in neither, the cluster may have from an earlier deployment.
public final class Secrets {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path root;
    private final WorkTree tree;
    private final Map<String, String> environment;

    public Secrets(Path root, WorkTree tree, Map<String, String> environment) {
        this.root = root;
        this.tree = tree;
        this.environment = environment;
    }

    /// Those that a stack needs and that are known here, by name.
    public Map<String, String> of(EnvironmentName name, CompiledStack stack) {
        Map<String, String> inFile = read(root.resolve(".modmon/secrets/" + name + ".env"));
        Map<String, String> values = new TreeMap<>();
        for (SecretRef secret : stack.secrets()) {
            if (secret instanceof SecretRef.Given(String given)) {
                String value = environment.get(secret.placeholder());
                if (value == null) {
                    value = inFile.get(given);
                }
                if (value != null) {
                    values.put(given, value);
                }
            }
        }
        return values;
    }

    private Map<String, String> read(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        checkPrivate(file);
        Map<String, String> values = new TreeMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                    add(values, file, number, line);
                }
            }
        } catch (IOException unreadable) {
            throw refusal(file, "cannot be read", "It must be UTF-8 text.");
        }
        return values;
    }

    /// The line itself is never shown.
    private static void add(Map<String, String> values, Path file, int number, String line) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw refusal(
                    file,
                    "has no 'name=value' in line %d".formatted(number),
                    "Write one secret a line, or begin the line with '#'.");
        }
        values.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() >= 2
                        && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                        && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private void checkPrivate(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refusal(file, "is not a regular file", "Put the secrets into the file itself.");
        }
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw refusal(file, "can be read by others", "Run 'chmod 600 %s'.".formatted(file));
            }
        } catch (IOException unreadable) {
            throw refusal(file, "cannot be read", "");
        }
        if (!tree.ignores(file)) {
            throw refusal(
                    file,
                    "is not ignored by git",
                    "Add '/.modmon/secrets/' to .gitignore, so that it is never committed.");
        }
    }

    private static Failure refusal(Path file, String why, String hint) {
        return new Failure(
                ExitCode.INVALID,
                "secrets-file",
                "The secrets file '%s' %s.".formatted(file, why),
                hint);
    }
}
