package dev.modmon.cli.scaffold;

import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.cli.importing.LocalFiles;
import dev.modmon.core.access.RoleName;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.edit.EditableYaml;
import dev.modmon.core.edit.YamlFragment;
import dev.modmon.core.edit.YamlPath;
import dev.modmon.core.importer.ImportPlan;
import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.importer.ImportPlanner;
import dev.modmon.core.importer.ImportRequest;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.prefab.ServiceDraft;
import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseType;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.schema.SchemaFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// Makes a draft of a master repo: a skeleton, and on it the same additions that `modmon add` makes.
final class Construction {

    private final Draft draft;
    private final Additions additions;
    private final Answers answers;
    private final SequencedSet<String> ignored = new LinkedHashSet<>(Project.IGNORED_BY_GIT);
    private final SequencedSet<String> next = new LinkedHashSet<>();

    Construction(Draft draft, Answers answers) {
        this.draft = draft;
        this.additions = new Additions(draft);
        this.answers = answers;
        project();
        environments();
        apps();
        answers.prefabs().forEach(this::prefab);
        additions.user(answers.user(), answers.key(), new RoleName("admin"), Optional.empty());
        ignore();
        schemas();
        next.add(
                "Say how your machine is reached in .modmon/clusters/NAME.yaml, then 'modmon plan ENV'.");
    }

    Draft draft() {
        return draft;
    }

    /// What is left to the user.
    List<String> next() {
        return List.copyOf(next);
    }

    private void project() {
        if (answers.from().isEmpty()) {
            draft.put(Project.FILE, Skeleton.project(answers.name()));
        } else {
            imported();
        }
    }

    private void imported() {
        ImportRequest request =
                new ImportRequest(
                        answers.from().stream()
                                .map(Path::toAbsolutePath)
                                .map(Path::normalize)
                                .toList(),
                        draft.root(),
                        answers.environments().getFirst(),
                        "swarm");
        Diagnostics diagnostics = new Diagnostics();
        LocalFiles files = new LocalFiles();
        Optional<ImportPlan> plan = new ImportPlanner(files, diagnostics).plan(request);
        if (diagnostics.hasErrors() || plan.isEmpty()) {
            throw new InvalidConfiguration(
                    "The files cannot be imported; nothing was written.",
                    diagnostics.all(),
                    _ -> Optional.empty());
        }
        plan.get().files().forEach(this::put);
        ignored.addAll(plan.get().ignored());
        next.addAll(plan.get().notes());
        draft.edit(Project.FILE, this::named);
    }

    private void put(String path, Content content) {
        switch (content) {
            case Content.Text(var text) ->
                    draft.put(path, path.equals(Project.FILE) ? Skeleton.HEAD + text : text);
            case Content.CopyOf(var original) -> draft.copy(path, original);
        }
    }

    private EditableYaml named(EditableYaml yaml) {
        YamlPath at = YamlPath.of("name");
        YamlFragment name = YamlFragment.text(answers.name().value());
        return yaml.has(at) ? yaml.replace(at, name) : yaml.add(at, name);
    }

    private void environments() {
        for (EnvironmentName name : answers.environments()) {
            if (draft.project().environment(name).isEmpty()) {
                additions.environment(name, Optional.empty(), Optional.empty(), first(name));
            }
        }
    }

    private Optional<EnvironmentName> first(EnvironmentName name) {
        return Optional.of(answers.environments().getFirst()).filter(it -> !it.equals(name));
    }

    private void prefab(Prefab prefab) {
        Optional<DatabaseType> type = DatabaseType.of(prefab.toString());
        if (type.filter(DatabaseHome::hasAccounts).isPresent()) {
            DatabaseName name =
                    new DatabaseName(
                            draft.project().databases().isEmpty() ? "app_db" : prefab + "_db");
            AddDatabase.add(
                    draft,
                    type.get(),
                    name,
                    Optional.of(AddDatabase.usualUser(name)),
                    Optional.empty());
            return;
        }
        ServiceName name = new ServiceName(prefab.toString());
        ServiceDraft service = prefab.alone(name);
        additions.service(name, service, Optional.empty());
        next.addAll(Next.after(service, false));
    }

    /// Apps come up after what they need.
    private void apps() {
        String needs =
                answers.prefabs().stream().map("- %s\n"::formatted).collect(Collectors.joining());
        Optional<Port> port = answers.port();
        for (Answers.App app : answers.apps()) {
            additions.repo(app.name(), Optional.empty(), app.image(), port);
            if (!needs.isEmpty()) {
                depend(app.name(), YamlFragment.of(needs));
            }
            next.add(
                    "Look at the health check of service '%s': it is a guess."
                            .formatted(app.name()));
            port = port.map(it -> new Port(it.target(), Optional.empty()));
        }
    }

    private void depend(RepoName app, YamlFragment services) {
        YamlPath at = YamlPath.of("repos", app.value(), "services", app.value(), "depends_on");
        draft.edit(Project.FILE, yaml -> yaml.add(at, services));
    }

    /// For editors, and in the repo itself: they work without a network, and with the version that made it.
    private void schemas() {
        for (SchemaFile schema : SchemaFile.values()) {
            draft.put(".modmon/schema/" + schema.fileName(), schema.json());
        }
    }

    private void ignore() {
        String text = draft.find(".gitignore").orElse("");
        List<String> lines = new ArrayList<>(ignored);
        lines.removeIf(line -> text.lines().anyMatch(line::equals));
        if (!lines.isEmpty()) {
            String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
            draft.put(".gitignore", text + gap + String.join("\n", lines) + "\n");
        }
    }
}
