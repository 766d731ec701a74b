package dev.modmon.core.validation;

import dev.modmon.core.access.AccessReader;
import dev.modmon.core.access.AccessRules;
import dev.modmon.core.advice.Adviser;
import dev.modmon.core.advice.Setting;
import dev.modmon.core.cluster.ClusterReader;
import dev.modmon.core.cluster.Clusters;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.StackCompiler;
import dev.modmon.core.depot.Depot;
import dev.modmon.core.depot.DepotReader;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.page.CustomPages;
import dev.modmon.core.page.CustomPagesReader;
import dev.modmon.core.project.ClusterSource;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ProjectReader;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceTree;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All that a master repo says.
public record MasterRepo(
        SourceTree files,
        Project project,
        AccessRules access,
        Clusters clusters,
        Depot depot,
        CustomPages pages) {
    private static final List<Rule> RULES =
            List.of(
                    new ServiceNamesRule(),
                    new EnvironmentServicesRule(),
                    new EnvironmentClusterRule(),
                    new DatabaseServerRule(),
                    new RepoDatabasesRule(),
                    new DepotRule(),
                    new GrantEnvironmentsRule());

    /// Reads all files and checks each by itself and against the others. What is wrong is added to the
    /// diagnostics, all of it; with errors among them the result is of no use but to look for more.
    /// Empty when `modmon.yaml` cannot be understood at all.
    public static Optional<MasterRepo> load(SourceTree tree, Diagnostics diagnostics) {
        Optional<Project> project = new ProjectReader(tree, diagnostics).read();
        AccessRules access = new AccessReader(tree, diagnostics).read();
        Clusters clusters =
                new ClusterReader(tree, diagnostics)
                        .read(
                                project.map(Project::clusters)
                                        .orElseGet(ClusterSource.InProject::new));
        Depot depot = new DepotReader(tree, diagnostics).read();
        CustomPages pages = new CustomPagesReader(tree, diagnostics).read();
        Optional<MasterRepo> repo =
                project.map(it -> new MasterRepo(tree, it, access, clusters, depot, pages));
        repo.ifPresent(it -> RULES.forEach(rule -> rule.check(it, diagnostics)));
        return repo;
    }

    /// Compiles environments to see whether they can be: services and their keys, expressions, env
    /// files. Those that can are weighed, too: what works and will hurt is a warning. Tags are left open.
    ///
    /// @param name the project's, should its file not have one
    public void check(
            ProjectName name, Collection<EnvironmentName> environments, Diagnostics diagnostics) {
        ProjectName own = project.name() == null ? name : project.name();
        Diagnostics found = new Diagnostics();
        for (EnvironmentName environment : environments) {
            Diagnostics ofOne = new Diagnostics();
            Optional<CompiledStack> compiled =
                    project.environment(environment)
                            .flatMap(it ->
                                    new StackCompiler(files, ofOne)
                                            .check(project, own, it, ImageTags.notKnownYet()));
            if (!ofOne.hasErrors()) {
                compiled.ifPresent(it -> advise(environment, it, ofOne));
            }
            ofOne.all().forEach(found::add);
        }
        addNews(found.all(), diagnostics);
    }

    private void advise(EnvironmentName name, CompiledStack compiled, Diagnostics diagnostics) {
        Environment environment = Objects.requireNonNull(project.environments().get(name));
        boolean singleNode =
                clusters.of(environment, new Diagnostics())
                        .map(it -> it.nodes().size() == 1)
                        .orElse(false);
        Adviser.advise(
                new Setting(project, environment, compiled.stack(), singleNode), diagnostics);
    }

    /// Where [#load] has found a mistake, the compiler stumbles over it once more, in other words.
    private static void addNews(List<Diagnostic> found, Diagnostics diagnostics) {
        Set<Place> known =
                diagnostics.all().stream()
                        .map(Diagnostic::place)
                        .filter(place -> place.line() > 0)
                        .collect(Collectors.toSet());
        found.stream().filter(it -> !known.contains(it.place())).forEach(diagnostics::add);
    }
}
