package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.composition.ComposedText;
import dev.modmon.core.composition.Composer;
import dev.modmon.core.composition.Composition;
import dev.modmon.core.composition.TextScope;
import dev.modmon.core.composition.UndefinedVariables;
import dev.modmon.core.composition.VariableSource;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.dotenv.DotenvEntry;
import dev.modmon.core.dotenv.DotenvFile;
import dev.modmon.core.dotenv.TemplateValues;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.expression.Scope;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.Repo;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// An environment as one Compose document: the project's services and the environment's own keys over
/// them, images and variables filled in.
final class EnvironmentDocument {
    private static final String SERVICES = "services";
    private static final String ENVIRONMENT = "environment";

    private final Project project;
    private final Environment environment;
    private final StackName name;
    private final SourceTree files;
    private final Diagnostics diagnostics;
    private final ServiceImage images;
    private final SecretRegistry secrets = new SecretRegistry();
    private final DatabaseVariables databases;
    private final DotenvFile template;
    private final Map<String, DotenvEntry> written;
    private final ProjectScope scope;
    private final Map<Optional<RepoName>, Scope> scopes = new HashMap<>();
    private final Map<Optional<RepoName>, TemplateValues> values = new HashMap<>();
    private final Map<String, Repo> repos = new HashMap<>();

    EnvironmentDocument(
            Project project,
            Environment environment,
            StackName name,
            ImageTags tags,
            SourceTree files,
            Diagnostics diagnostics) {
        this.project = project;
        this.environment = environment;
        this.name = name;
        this.files = files;
        this.diagnostics = diagnostics;
        this.images = new ServiceImage(tags, diagnostics);
        this.databases = new DatabaseVariables(project, secrets, diagnostics);
        this.template = project.envTemplate(environment.name()).orElseGet(this::missingTemplate);
        this.written = template.byName();
        this.scope =
                new ProjectScope(
                        project,
                        environment,
                        ProjectDocuments.listening(project, environment),
                        tags,
                        secrets);
        project.repos()
                .values()
                .forEach(repo ->
                        repo.services().keySet().forEach(it -> repos.put(it.value(), repo)));
    }

    StackName name() {
        return name;
    }

    ServiceImage images() {
        return images;
    }

    SecretRegistry secrets() {
        return secrets;
    }

    DatabaseVariables databases() {
        return databases;
    }

    /// Of the master repo.
    SourceTree files() {
        return files;
    }

    /// What a variable is to those that are no service.
    Optional<EnvValue> variable(String variable) {
        return variables(Optional.empty())
                .find(variable)
                .map(value -> new EnvValue(value.text(), value.secret()));
    }

    Composition compose(UndefinedVariables undefined) {
        VariableSource common = variables(Optional.empty());
        Composer.Setting setting =
                new Composer.Setting(common, undefined, new HashSet<>(environment.profiles()));
        Composition composition =
                new Composer(files, setting, diagnostics)
                        .documents(
                                ProjectDocuments.of(project, environment),
                                service -> scope(Optional.ofNullable(repos.get(service))));
        YamlMapping services = composition.section(SERVICES);
        SequencedMap<String, Entry> filled = new LinkedHashMap<>();
        for (Entry service : services.entries()) {
            if (service.value() instanceof YamlMapping keys && ServiceName.isValid(service.key())) {
                YamlMapping whole = filled(new ServiceName(service.key()), keys);
                filled.put(service.key(), new Entry(service.key(), service.place(), whole));
            }
        }
        return new Composition(
                composition
                        .document()
                        .with(
                                new Entry(
                                        SERVICES,
                                        services.place(),
                                        new YamlMapping(services.place(), "", filled))));
    }

    private TextScope scope(Optional<Repo> repo) {
        return new TextScope(variables(repo), new ScopedExpressions(names(repo), diagnostics));
    }

    private Scope names(Optional<Repo> repo) {
        return scopes.computeIfAbsent(repo.map(Repo::name), _ -> scope.in(repo));
    }

    private TemplateValues values(Optional<Repo> repo) {
        return values.computeIfAbsent(
                repo.map(Repo::name), _ -> TemplateValues.of(template, names(repo)));
    }

    /// What `${NAME}` stands for: the environment's env file plays the part of Compose's `.env`. The project is
    /// named as it is deployed, whatever that file says.
    private VariableSource variables(Optional<Repo> repo) {
        return VariableSource.of(Map.of("COMPOSE_PROJECT_NAME", name.toString()))
                .or(it -> values(repo).find(it, diagnostics));
    }

    private YamlMapping filled(ServiceName service, YamlMapping keys) {
        Optional<Repo> repo = Optional.ofNullable(repos.get(service.value()));
        YamlMapping withImage = images.fill(keys, repo);
        SequencedMap<String, Entry> environment = new LinkedHashMap<>();
        Entry own = withImage.byKey().get(ENVIRONMENT);
        if (own != null && own.value() instanceof YamlMapping mapping) {
            environment.putAll(mapping.byKey());
        }
        repo.ifPresent(it ->
                values(repo)
                        .all(diagnostics)
                        .forEach((variable, value) ->
                                add(environment, variable, placeOf(variable), value)));
        databases
                .of(service, decoded(environment))
                .forEach((variable, value) ->
                        environment.put(
                                variable,
                                entry(
                                        variable,
                                        databases.placeOn(service).orElse(keys.place()),
                                        new Rendered(value.text(), value.secret()))));
        Place place = own == null ? keys.place() : own.place();
        return environment.isEmpty() && own == null
                ? withImage
                : withImage.with(
                        new Entry(ENVIRONMENT, place, new YamlMapping(place, "", environment)));
    }

    /// What a service says itself stands. Only the project's own apps get the template: a database has
    /// no business with the mail password.
    private static void add(
            SequencedMap<String, Entry> environment, String variable, Place place, Rendered value) {
        Entry said = environment.get(variable);
        if (said == null || said.value().isNull()) {
            environment.put(variable, entry(variable, place, value));
        }
    }

    private Place placeOf(String variable) {
        DotenvEntry entry = written.get(variable);
        return entry == null ? template.place() : entry.place();
    }

    private static Entry entry(String variable, Place place, Rendered value) {
        return new Entry(variable, place, ComposedText.of(value, YamlScalar.text(place, "")));
    }

    private static SortedMap<String, EnvValue> decoded(SequencedMap<String, Entry> environment) {
        SortedMap<String, EnvValue> decoded = new TreeMap<>();
        environment.forEach((variable, entry) -> {
            if (entry.value() instanceof YamlScalar scalar) {
                decoded.put(variable, VariablesDecoder.value(scalar));
            }
        });
        return decoded;
    }

    private DotenvFile missingTemplate() {
        Place place = Place.ofFile(environment.envFile());
        if (project.repos().values().stream().anyMatch(repo -> !repo.services().isEmpty())) {
            diagnostics.error(
                    "environment.no-env-file",
                    place,
                    "Environment '%s' has no file %s."
                            .formatted(environment.name(), environment.envFile()),
                    "Create it; it may be empty.");
        }
        return DotenvFile.empty(place);
    }
}
