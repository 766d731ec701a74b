package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.cluster.Target;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Durations;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.console.Table;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.project.EnvironmentName;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// `modmon releases ENV`
public final class Releases {
    public static final Signature SIGNATURE =
            new Signature(
                    "releases",
                    Groups.DEPLOYMENT,
                    "List what was deployed to an environment, and how it ended",
                    List.of(Arguments.ENVIRONMENT),
                    List.of(),
                    List.of(),
                    List.of("modmon releases production"));

    private final Surroundings surroundings;

    public Releases(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Workspace workspace = Workspace.load(surroundings.directory(input));
        EnvironmentName environment = workspace.known(input.get(Arguments.ENVIRONMENT));
        Target target = new Target(workspace.name(), environment);
        try (ClusterLink link = surroundings.clusters().open(workspace.cluster(environment))) {
            ReleaseReport.History history = link.releases(target);
            print(history, target, input.get(CommonOptions.JSON));
            return ExitCode.DONE;
        }
    }

    private void print(ReleaseReport.History history, Target target, boolean json) {
        Console console = surroundings.console();
        if (json) {
            console.print(Json.of(history));
        } else if (history.releases().isEmpty()) {
            console.print("Nothing was deployed to %s yet.".formatted(target));
        } else {
            table(history.releases()).lines(console.width()).forEach(console::print);
        }
    }

    private Table table(List<ReleaseReport> releases) {
        Table table = new Table("RELEASE", "OUTCOME", "WHEN", "WHO", "COMMIT", "TAGS", "NOTE");
        for (ReleaseReport release : releases) {
            table.row(
                    String.valueOf(release.release()),
                    release.outcome().name().toLowerCase(Locale.ROOT),
                    when(release.started()),
                    release.user(),
                    Words.shortCommit(release.commit()),
                    tags(release),
                    note(release));
        }
        return table;
    }

    private String when(String started) {
        try {
            return Durations.ago(Instant.parse(started), surroundings.clock().instant());
        } catch (DateTimeParseException other) {
            return started;
        }
    }

    private static String tags(ReleaseReport release) {
        return release.tags().entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(" "));
    }

    /// Why it did not complete, else what the user said.
    private static String note(ReleaseReport release) {
        String kind = release.kind().equals("rollback") ? "rollback" : "";
        String text = release.reason().isEmpty() ? release.message() : release.reason();
        String line = text.lines().findFirst().orElse("");
        return kind.isEmpty() || line.isEmpty() ? kind + line : kind + ": " + line;
    }
}
