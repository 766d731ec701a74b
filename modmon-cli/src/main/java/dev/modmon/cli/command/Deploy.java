package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.PlanReport.PlannedStep;
import java.util.List;

/// `modmon deploy ENV`
public final class Deploy {
    public static final Signature SIGNATURE =
            new Signature(
                    "deploy",
                    Groups.DEPLOYMENT,
                    "Bring the checked-out commit to an environment",
                    List.of(Arguments.ENVIRONMENT),
                    List.of(Arguments.TAG, Arguments.MESSAGE, Arguments.DETACH),
                    List.of(
                            """
                            The files are checked, the plan is shown, and when a service would be down for a moment or
                            removed you are asked. A deployment covers all services: when one does not get healthy,
                            every one goes back to what ran before, and the exit code is 1.\
                            """,
                            """
                            Secrets come from variables MODMON_SECRET_NAME or from .modmon/secrets/ENV.env, a file that
                            only you can read and that git ignores.\
                            """),
                    List.of(
                            "modmon deploy staging",
                            "modmon deploy production --tag web=v2 -m 'New checkout' --yes"));

    private final Surroundings surroundings;
    private final Console console;

    public Deploy(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    public ExitCode run(Input input) {
        Wish wish = Wish.from(surroundings, input);
        boolean quiet = input.get(CommonOptions.QUIET);
        try (Handover handover = Handover.open(surroundings, wish, quiet)) {
            DeployRequest request = handover.request(input.get(Arguments.MESSAGE).orElse(null));
            PlanReport plan = handover.link().plan(handover.target(), request);
            if (!quiet) {
                show(handover, plan);
            }
            agree(plan, input.get(CommonOptions.YES));
            JobReport job = handover.link().deploy(handover.target(), request);
            JobWatch watch = JobWatch.of(console, handover.target(), input);
            return input.get(Arguments.DETACH)
                    ? watch.detach(job)
                    : watch.follow(handover.link(), job);
        }
    }

    /// The same without plan and questions, for whoever knows what is deployed.
    public DeployReport deploy(Wish wish, String message, boolean json) {
        try (Handover handover = Handover.open(surroundings, wish, true)) {
            JobReport job = handover.link().deploy(handover.target(), handover.request(message));
            return new JobWatch(console, handover.target(), json, json).await(handover.link(), job);
        }
    }

    private void show(Handover handover, PlanReport plan) {
        if (plan.changes()) {
            console.note(
                    "Commit %s to %s:"
                            .formatted(Words.shortCommit(plan.commit()), handover.target()));
        }
        new PlanText(console::paintedNote).lines(plan).forEach(console::note);
        console.note("");
    }

    /// Only what users of the service would notice, or what is gone afterwards, is worth a question.
    private void agree(PlanReport plan, boolean yes) {
        List<PlannedStep> grave = plan.steps().stream().filter(Deploy::isGrave).toList();
        if (grave.isEmpty() || yes) {
            return;
        }
        String question = String.join(" ", grave.stream().map(Deploy::told).toList());
        if (!console.canAsk()) {
            throw new UsageFailure(
                    question, "Nobody can be asked here: add --yes if that is what you want.");
        }
        if (!console.confirm(question + " Deploy?")) {
            throw new Failure(ExitCode.FAILED, "declined", "Not deployed.", "Nothing was changed.");
        }
    }

    private static boolean isGrave(PlannedStep step) {
        return step.action().equals("remove")
                || step.action().equals("replace")
                || !step.downtime().isEmpty();
    }

    private static String told(PlannedStep step) {
        return step.action().equals("remove")
                ? "Service '%s' would be removed.".formatted(step.target())
                : "Service '%s' would be down for a moment.".formatted(step.target());
    }
}
