package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.cluster.LogQuery;
import dev.modmon.cli.cluster.Target;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.console.Style;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `modmon logs SERVICE`
public final class Logs {
    private static final int USUAL_LINES = 100;

    private static final Argument<ServiceName> SERVICE =
            Argument.required(
                    "SERVICE", "A service of the project", Choices.SERVICES, ServiceName::new);
    private static final Option<Boolean> FOLLOW =
            Option.flag('f', "follow", "Wait for new lines until Ctrl-C");
    private static final Option<Optional<Integer>> LINES =
            Option.value(
                    'n',
                    "lines",
                    "N",
                    "How many of the last lines of each task (100)",
                    Choices.NONE,
                    Numbers::lines);
    private static final Option<Optional<EnvironmentName>> ENVIRONMENT =
            Option.value(
                    'e',
                    "environment",
                    "ENV",
                    "The environment, when the project has several",
                    Choices.ENVIRONMENTS,
                    EnvironmentName::new);

    public static final Signature SIGNATURE =
            new Signature(
                    "logs",
                    Groups.DEPLOYMENT,
                    "Print what a service writes",
                    List.of(SERVICE),
                    List.of(FOLLOW, LINES, ENVIRONMENT),
                    List.of(),
                    List.of("modmon logs web -f", "modmon logs web -e staging -n 20"));

    private final Surroundings surroundings;
    private final Console console;

    public Logs(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    /// What `--json` prints.
    record Report(String project, String environment, String service, List<LogReport> lines) {}

    public ExitCode run(Input input) {
        boolean json = input.get(CommonOptions.JSON);
        if (json && input.get(FOLLOW)) {
            throw new UsageFailure(
                    "--json prints one object, and --follow never ends.", "Leave one of them out.");
        }
        Workspace workspace = Workspace.load(surroundings.directory(input));
        EnvironmentName environment =
                input.get(ENVIRONMENT).map(workspace::known).orElseGet(workspace::only);
        Target target = new Target(workspace.name(), environment);
        LogQuery query =
                new LogQuery(
                        known(workspace, input.get(SERVICE)),
                        input.get(LINES).orElse(USUAL_LINES),
                        input.get(FOLLOW));
        try (ClusterLink link = surroundings.clusters().open(workspace.cluster(environment))) {
            if (json) {
                print(link, target, query);
            } else {
                link.logs(target, query, this::print);
            }
            return ExitCode.DONE;
        }
    }

    private static ServiceName known(Workspace workspace, ServiceName service) {
        if (!workspace.services().contains(service)) {
            throw new UsageFailure(
                    "Project '%s' has no service '%s'.".formatted(workspace.name(), service),
                    DidYouMean.hint(
                            service.value(),
                            workspace.services().stream().map(ServiceName::value).toList(),
                            "services"));
        }
        return service;
    }

    private void print(ClusterLink link, Target target, LogQuery query) {
        List<LogReport> lines = new ArrayList<>();
        link.logs(target, query, lines::add);
        console.print(
                Json.of(
                        new Report(
                                target.project().value(),
                                target.environment().value(),
                                query.service().value(),
                                lines)));
    }

    private boolean print(LogReport line) {
        console.print(console.painted(Style.CYAN, line.task() + " |") + " " + line.line());
        return !console.isAbandoned();
    }
}
