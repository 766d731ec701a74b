package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StackSecrets;
import dev.modmon.core.composition.ListForms;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.dotenv.DotenvFile;
import dev.modmon.core.dotenv.TemplateValues;
import dev.modmon.core.expression.Scope;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.Repo;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// One environment on its way to a stack.
final class EnvironmentCompilation {
    private final Project project;
    private final Diagnostics diagnostics;
    private final Environment environment;
    private final ServiceImage images;
    private final SecretRegistry secrets;
    private final List<ServiceDefinition> services;
    private final ProjectScope scope;
    private final DatabaseVariables databases;
    private final DotenvFile template;
    private final OriginRecord origins = new OriginRecord();
    private final Map<RepoName, TemplateValues> templates = new HashMap<>();

    EnvironmentCompilation(
            Project project, Environment environment, ImageTags tags, Diagnostics diagnostics) {
        this.project = project;
        this.environment = environment;
        this.diagnostics = diagnostics;
        this.images = new ServiceImage(tags, diagnostics);
        this.secrets = new SecretRegistry();
        this.services = MergedServices.of(project, environment);
        this.scope = new ProjectScope(project, environment, services, tags, secrets);
        this.databases = new DatabaseVariables(project, secrets, diagnostics);
        this.template = project.envTemplate(environment.name()).orElseGet(this::missingTemplate);
    }

    CompiledStack compile(StackName name) {
        List<DraftService> drafts = services.stream().map(this::draft).toList();
        DeclaredResources declared = new DeclaredResources(diagnostics);
        Stack stack =
                new StackLinker(
                                declared.networks(project.swarm().networks()),
                                declared.volumes(project.swarm().volumes()),
                                diagnostics)
                        .link(name, drafts);
        drafts.forEach(databases::checkVolume);
        secrets.reportClashes(project.place(), diagnostics);
        return new CompiledStack(stack, secrets.used(StackSecrets.variables(stack)), origins.all());
    }

    private DraftService draft(ServiceDefinition definition) {
        Optional<Repo> repo = project.repoOf(definition.name());
        Scope names = scope.in(repo);
        Expressions scoped = new ScopedExpressions(names, diagnostics);
        ServiceDefinition complete =
                new ServiceDefinition(
                        definition.name(),
                        definition.place(),
                        images.fill(definition.compose(), repo));
        return new ServiceDecoder(images, diagnostics)
                .decode(
                        complete,
                        databases.hasAny(definition.name()),
                        scoped,
                        own -> {
                            repo.ifPresent(it -> addTemplate(own, it, names));
                            own.putAll(databases.of(definition.name(), own));
                            record(complete, repo, own.keySet());
                            return own;
                        });
    }

    /// What a service says itself stands. Only the project's own apps get the template: a database has
    /// no business with the mail password.
    private void addTemplate(SortedMap<String, EnvValue> own, Repo repo, Scope names) {
        templates
                .computeIfAbsent(repo.name(), _ -> TemplateValues.of(template, names))
                .all(diagnostics)
                .forEach((name, value) ->
                        own.putIfAbsent(name, new EnvValue(value.text(), value.secret())));
    }

    /// What a service says itself comes before the template, and that before what its databases bring.
    private void record(
            ServiceDefinition service, Optional<Repo> repo, Collection<String> variables) {
        service.compose()
                .get("environment")
                .map(it -> ListForms.asMapping(it, "="))
                .filter(YamlMapping.class::isInstance)
                .ifPresent(it ->
                        ((YamlMapping) it)
                                .entries()
                                .forEach(own ->
                                        origins.add(service.name(), own.key(), own.place())));
        if (repo.isPresent()) {
            template.byName()
                    .values()
                    .forEach(it -> origins.add(service.name(), it.name(), it.place()));
        }
        databases
                .placeOn(service.name())
                .ifPresent(
                        place -> variables.forEach(it -> origins.add(service.name(), it, place)));
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
