package dev.modmon.core.project;

import dev.modmon.core.dotenv.DotenvFile;
import dev.modmon.core.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The master repo's `.modmon/modmon.yaml` and the env templates; everything in the order of the file.
///
/// @param name when the file has one; else the client takes the folder's
/// @param place the file
/// @param clusters where they are described
/// @param scripts those of the file, and the built-in one
/// @param envTemplates by environment; none for an environment whose file is missing
public record Project(
        @Nullable ProjectName name,
        Place place,
        DeploySettings deploy,
        ClusterSource clusters,
        SequencedMap<EnvironmentName, Environment> environments,
        SequencedMap<RepoName, Repo> repos,
        SwarmSettings swarm,
        SequencedMap<DatabaseName, Database> databases,
        SequencedMap<ScriptName, Script> scripts,
        SequencedMap<EnvironmentName, DotenvFile> envTemplates) {
    /// Where the project's settings are.
    public static final String FILE = ".modmon/modmon.yaml";

    /// What a master repo keeps out of git: clones of others, compiled files, values of secrets.
    public static final List<String> IGNORED_BY_GIT =
            List.of(
                    "/depot/",
                    "/docker-stack.yaml",
                    "/docker-compose.yaml",
                    "/.modmon/compiled/",
                    "/.modmon/secrets/");

    public Project {
        environments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environments));
        repos = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(repos));
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
        scripts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(scripts));
        envTemplates = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(envTemplates));
    }

    /// All services, of the repos first and then the swarm's own. Where two have one name, which is an
    /// error, the first stands.
    public SequencedMap<ServiceName, ServiceDefinition> services() {
        SequencedMap<ServiceName, ServiceDefinition> all = new LinkedHashMap<>();
        repos.values().forEach(repo -> repo.services().forEach(all::putIfAbsent));
        swarm.services().forEach(all::putIfAbsent);
        return Collections.unmodifiableSequencedMap(all);
    }

    /// The app repo that this service belongs to; empty for the swarm's own.
    public Optional<Repo> repoOf(ServiceName service) {
        return repos.values().stream()
                .filter(repo -> repo.services().containsKey(service))
                .findFirst();
    }

    public Optional<Environment> environment(EnvironmentName environment) {
        return Optional.ofNullable(environments.get(environment));
    }

    public Optional<DotenvFile> envTemplate(EnvironmentName environment) {
        return Optional.ofNullable(envTemplates.get(environment));
    }

    /// The service that a database's server runs as: the one it names, or else the only service of the
    /// swarm whose name or image says its type.
    public Optional<ServiceName> serviceOf(Database database) {
        return DatabaseServer.find(this, database);
    }

    /// The services of the swarm whose name or image says the database's type.
    public List<ServiceName> serverCandidates(Database database) {
        return serversOf(database.type());
    }

    /// The services of the swarm whose name or image says the type.
    public List<ServiceName> serversOf(DatabaseType type) {
        return DatabaseServer.candidates(this, type);
    }

    /// The account that a repo's services use for a database: the repo's first that the database has,
    /// or else the database's first.
    public Optional<DatabaseUserName> userOf(Database database, Optional<Repo> repo) {
        return repo.stream()
                .flatMap(it -> it.databaseUsers().stream())
                .map(user -> user.value())
                .filter(database.users()::containsKey)
                .findFirst()
                .or(() -> database.users().keySet().stream().findFirst());
    }
}
