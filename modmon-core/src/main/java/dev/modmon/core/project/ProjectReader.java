package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.dotenv.DotenvFile;
import dev.modmon.core.dotenv.DotenvReader;
import dev.modmon.core.dotenv.DotenvSyntax;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Reads `.modmon/modmon.yaml` and the env templates into a [Project]. It checks each thing by itself;
/// what must fit together is checked by the rules of `validation`.
public final class ProjectReader {
    private static final Set<String> VERSIONS = Set.of("1", "1.0");

    private final SourceTree tree;
    private final Diagnostics diagnostics;

    public ProjectReader(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
    }

    /// The project as far as it can be understood, or empty when there is no such file or it is not
    /// YAML at all.
    public Optional<Project> read() {
        return file(Project.FILE)
                .or(this::missing)
                .flatMap(new YamlReader(diagnostics)::read)
                .map(this::project);
    }

    private Optional<SourceFile> missing() {
        if (diagnostics.hasErrors()) {
            return Optional.empty();
        }
        diagnostics.error(
                "project.missing-file",
                Place.ofFile(Project.FILE),
                "There is no %s here, so this is not a master repo.".formatted(Project.FILE),
                "Go to the master repo's folder, or name it with -C DIR.");
        return Optional.empty();
    }

    private Project project(YamlNode root) {
        YamlFields fields = YamlFields.of(root, Project.FILE, diagnostics);
        NamedEntries named = new NamedEntries(diagnostics);
        checkVersion(fields);
        Optional<Located<ProjectName>> name = fields.parsed("name", ProjectName::new);
        DeploySettings deploy =
                new DeploySettingsReader(diagnostics)
                        .read(fields, "'deploy'", DeploySettings.standard());
        ClusterSource clusters = new ClusterSourceReader(diagnostics).read(fields);
        SequencedMap<EnvironmentName, Environment> environments =
                new EnvironmentReader(deploy, diagnostics).read(fields.entries("environments"));
        SequencedMap<RepoName, Repo> repos =
                new RepoReader(diagnostics).read(fields.entries("repos"));
        SwarmSettings swarm = swarm(fields, named);
        SequencedMap<DatabaseName, Database> databases =
                new DatabaseReader(diagnostics).read(fields.entries("databases"));
        SequencedMap<ScriptName, Script> scripts =
                new ScriptReader(diagnostics).read(fields.entries("scripts"));
        ComposeSections.allowExtensions(fields, root);
        fields.rejectUnknown();
        return new Project(
                name.map(Located::value).orElse(null),
                Place.ofFile(Project.FILE),
                deploy,
                clusters,
                environments,
                repos,
                swarm,
                databases,
                scripts,
                envTemplates(environments));
    }

    private void checkVersion(YamlFields fields) {
        fields.text("version")
                .filter(version -> !VERSIONS.contains(version.value()))
                .ifPresent(version ->
                        diagnostics.error(
                                "project.unknown-version",
                                version.place(),
                                "Version '%s' of modmon.yaml is not known."
                                        .formatted(version.value()),
                                "This Modmon reads 'version: 1.0'."));
    }

    private SwarmSettings swarm(YamlFields project, NamedEntries named) {
        YamlMapping mapping =
                project.mapping("swarm")
                        .orElseGet(() -> YamlMapping.empty(Place.ofFile(Project.FILE)));
        YamlFields fields = YamlFields.of(mapping, "'swarm'", diagnostics);
        YamlMapping none = YamlMapping.empty(fields.place());
        SwarmSettings swarm =
                new SwarmSettings(
                        named.services(fields.entries("services")),
                        fields.mapping("networks").orElse(none),
                        fields.mapping("volumes").orElse(none),
                        fields.mapping("configs").orElse(none),
                        fields.mapping("secrets").orElse(none),
                        ComposeSections.others(fields, mapping));
        fields.rejectUnknown();
        return swarm;
    }

    private SequencedMap<EnvironmentName, DotenvFile> envTemplates(
            SequencedMap<EnvironmentName, Environment> environments) {
        SequencedMap<EnvironmentName, DotenvFile> templates = new LinkedHashMap<>();
        for (Environment environment : environments.values()) {
            file(environment.envFile())
                    .map(new DotenvReader(DotenvSyntax.EXPRESSIONS, diagnostics)::read)
                    .ifPresent(template -> templates.put(environment.name(), template));
        }
        return templates;
    }

    private Optional<SourceFile> file(String path) {
        try {
            return tree.read(path);
        } catch (SourceException e) {
            diagnostics.error(
                    "source.unreadable", Place.ofFile(path), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }
}
