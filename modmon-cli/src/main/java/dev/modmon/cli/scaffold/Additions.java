package dev.modmon.cli.scaffold;

import dev.modmon.core.access.AccessRules;
import dev.modmon.core.access.RoleName;
import dev.modmon.core.access.UserName;
import dev.modmon.core.edit.EditableYaml;
import dev.modmon.core.edit.YamlFragment;
import dev.modmon.core.edit.YamlPath;
import dev.modmon.core.edit.YamlText;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.prefab.ServiceDraft;
import dev.modmon.core.project.Database;
import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseType;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.project.ServiceName;
import java.util.Optional;

/// What can be added to a draft, each by edits of the files that it concerns.
record Additions(Draft draft) {
    /// A service of a repo, or else of the swarm's own, with its volumes and what apps are told of it.
    void service(ServiceName name, ServiceDraft service, Optional<RepoName> repo) {
        YamlPath at =
                repo.map(it -> YamlPath.of("repos", it.value(), "services"))
                        .orElseGet(() -> YamlPath.of("swarm", "services"))
                        .then(name.value());
        draft.edit(Project.FILE, yaml -> yaml.add(at, service.service()));
        for (String volume : service.volumes()) {
            draft.edit(
                    Project.FILE,
                    yaml ->
                            addMissing(
                                    yaml,
                                    YamlPath.of("swarm", "volumes", volume),
                                    YamlFragment.nothing()));
        }
        new EnvFiles(draft).append("Service '%s'.".formatted(name), service.variables());
    }

    private static EditableYaml addMissing(EditableYaml yaml, YamlPath path, YamlFragment value) {
        return yaml.has(path) ? yaml : yaml.add(path, value);
    }

    /// An app repo with one service of the same name.
    void repo(RepoName name, Optional<String> url, Image image, Optional<Port> port) {
        StringBuilder repo = new StringBuilder();
        url.ifPresent(it -> repo.append("url: ").append(YamlText.of(it)).append('\n'));
        repo.append("type: docker\n");
        repo.append("image: ").append(image.ofRepo().yaml()).append('\n');
        YamlPath at = YamlPath.of("repos", name.value());
        draft.edit(Project.FILE, yaml -> yaml.add(at, YamlFragment.of(repo.toString())));
        ServiceName service = new ServiceName(name.value());
        service(service, app(service, port), Optional.of(name));
    }

    /// A service of an app: one that listens, or a worker.
    static ServiceDraft app(ServiceName name, Optional<Port> port) {
        return port.map(it -> it.of(Prefab.WEB.listening(name, it.target())))
                .orElseGet(() -> Prefab.WORKER.service(name));
    }

    /// An entry of `databases` that lives on this service.
    void database(
            DatabaseName name,
            DatabaseType type,
            Optional<DatabaseUserName> user,
            ServiceName service) {
        nameServices(type);
        StringBuilder database =
                new StringBuilder("type: %s\nservice: %s\n".formatted(type, service));
        user.ifPresent(it -> database.append("users:\n  %s:\n    access: full\n".formatted(it)));
        draft.edit(
                Project.FILE,
                yaml ->
                        yaml.add(
                                YamlPath.of("databases", name.value()),
                                YamlFragment.of(database.toString())));
        new EnvFiles(draft)
                .append(
                        "Database '%s'.".formatted(name),
                        new DatabaseLines(name, new EnvFiles(draft)).of(user.isPresent()));
    }

    /// With a second server of its type, a database that does not name its own could live on either.
    private void nameServices(DatabaseType type) {
        Project project = draft.project();
        for (Database other : project.databases().values()) {
            Optional<ServiceName> home = project.serviceOf(other);
            if (other.service() == null && other.type() == type && home.isPresent()) {
                YamlPath at = YamlPath.of("databases", other.name().value(), "service");
                draft.edit(
                        Project.FILE, yaml -> yaml.add(at, YamlFragment.text(home.get().value())));
            }
        }
    }

    /// @param from whose env file it takes over
    void environment(
            EnvironmentName name,
            Optional<String> url,
            Optional<String> cluster,
            Optional<EnvironmentName> from) {
        StringBuilder environment = new StringBuilder();
        url.ifPresent(it -> environment.append("url: ").append(YamlText.of(it)).append('\n'));
        cluster.ifPresent(
                it -> environment.append("cluster: ").append(YamlText.of(it)).append('\n'));
        String variables =
                from.flatMap(other -> draft.project().environment(other))
                        .flatMap(other -> draft.find(other.envFile()))
                        .orElse(Skeleton.VARIABLES);
        draft.edit(
                Project.FILE,
                yaml ->
                        yaml.add(
                                YamlPath.of("environments", name.value()),
                                YamlFragment.of(environment.toString())));
        draft.put(".env/" + name + ".env", variables);
    }

    void user(UserName name, PublicKey key, RoleName role, Optional<String> email) {
        StringBuilder user = new StringBuilder();
        user.append("roles: ").append(YamlText.of(role.value())).append('\n');
        user.append("keys: ").append(YamlText.of(name.value())).append('\n');
        email.ifPresent(it -> user.append("email: ").append(YamlText.of(it)).append('\n'));
        draft.edit(
                AccessRules.FILE,
                Skeleton.ACCESS,
                yaml ->
                        yaml.add(
                                YamlPath.of("users", name.value()),
                                YamlFragment.of(user.toString())));
        draft.put(AccessRules.KEYS + "/" + name, key.line() + " " + name + "\n");
    }
}
