package dev.modmon.cli.project;

import dev.modmon.cli.git.WorkTree;
import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.project.EnvironmentName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Values of the project's own secrets, as whoever deploys has them: variables `MODMON_SECRET_NAME`, else lines
/// `name=value` of `.modmon/secrets/ENV.env`. What is in neither, the cluster may have from an earlier deployment.
public final class Secrets {
    private final FileSecrets file;
    private final List<SecretSource> sources;

    private Secrets(FileSecrets file, List<SecretSource> sources) {
        this.file = file;
        this.sources = sources;
    }

    /// Reads what there is for an environment.
    ///
    /// @param tree empty outside of a git repository
    /// @param variables of the process
    public static Secrets read(
            Path root,
            Optional<WorkTree> tree,
            Map<String, String> variables,
            EnvironmentName environment) {
        FileSecrets file = FileSecrets.read(root, tree, environment);
        return new Secrets(file, List.of(new VariableSecrets(variables), file));
    }

    /// Those that are wanted and known here, by name.
    public SortedMap<String, String> of(Collection<SecretRef> wanted) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : given(wanted)) {
            source(name).flatMap(it -> it.find(name)).ifPresent(it -> values.put(name, it));
        }
        return Collections.unmodifiableSortedMap(values);
    }

    /// Where the value of a secret comes from, as a person knows it; empty when none is known here.
    public Optional<String> whereabouts(String name) {
        return source(name).map(it -> it.shown(name));
    }

    /// Warns of what the file has and nothing asks for.
    public List<Diagnostic> unused(Collection<SecretRef> wanted) {
        return file.unused(given(wanted));
    }

    private Optional<SecretSource> source(String name) {
        return sources.stream().filter(it -> it.find(name).isPresent()).findFirst();
    }

    private static List<String> given(Collection<SecretRef> wanted) {
        return wanted.stream()
                .filter(SecretRef.Given.class::isInstance)
                .map(it -> ((SecretRef.Given) it).name())
                .toList();
    }
}
