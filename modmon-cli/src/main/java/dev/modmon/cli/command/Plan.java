package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.core.api.PlanReport;
import java.util.List;

/// `modmon plan ENV`
public final class Plan {
    public static final Signature SIGNATURE =
            new Signature(
                    "plan",
                    Groups.DEPLOYMENT,
                    "Show what a deployment would change, restart and remove",
                    List.of(Arguments.ENVIRONMENT),
                    List.of(Arguments.TAG),
                    List.of(
                            """
                            The commit that is checked out is planned, against what runs on the cluster now.
                            Nothing is changed there.\
                            """),
                    List.of("modmon plan staging --tag web=v2"));

    private final Surroundings surroundings;

    public Plan(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Console console = surroundings.console();
        try (Handover handover =
                Handover.open(
                        surroundings,
                        Wish.from(surroundings, input),
                        input.get(CommonOptions.QUIET))) {
            PlanReport plan = handover.link().plan(handover.target(), handover.request(null));
            if (input.get(CommonOptions.JSON)) {
                console.print(Json.of(plan));
                return ExitCode.DONE;
            }
            if (plan.changes() && !input.get(CommonOptions.QUIET)) {
                console.print(
                        "Commit %s on %s would:"
                                .formatted(Words.shortCommit(plan.commit()), handover.target()));
            }
            new PlanText(console::painted).lines(plan).forEach(console::print);
            return ExitCode.DONE;
        }
    }
}
