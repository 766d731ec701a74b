package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.cluster.Target;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Interrupts;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import dev.modmon.cli.progress.Progress;
import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.Outcome;
import org.jspecify.annotations.Nullable;

/// Watches a job to its end and says how it went.
final class JobWatch {
    private final Console console;
    private final Target target;
    private final boolean json;
    private final boolean quiet;

    JobWatch(Console console, Target target, boolean json, boolean quiet) {
        this.console = console;
        this.target = target;
        this.json = json;
        this.quiet = quiet;
    }

    static JobWatch of(Console console, Target target, Input input) {
        return new JobWatch(
                console, target, input.get(CommonOptions.JSON), input.get(CommonOptions.QUIET));
    }

    /// For those who do not wait.
    ExitCode detach(JobReport job) {
        if (json) {
            console.print(Json.of(job));
        } else if (!quiet) {
            console.print(
                    "Job %s is %s on the cluster. '%s' shows how it went."
                            .formatted(job.id(), job.state(), followUp()));
        }
        return ExitCode.DONE;
    }

    ExitCode follow(ClusterLink link, JobReport job) {
        DeployReport report = await(link, job);
        if (json) {
            console.print(Json.of(report));
        } else if (!quiet || report.outcome() != Outcome.COMPLETED) {
            new DeployText(console, quiet).print(report);
        }
        return report.outcome() == Outcome.COMPLETED ? ExitCode.DONE : ExitCode.FAILED;
    }

    DeployReport await(ClusterLink link, JobReport job) {
        Watcher watcher = new Watcher(Progress.on(console, quiet));
        try (Interrupts.Registration _ = console.onInterrupt(this::farewell);
                Progress _ = watcher.progress) {
            link.follow(job.id(), watcher);
        } catch (Interrupted interrupted) {
            throw interruption();
        } catch (Failure lost) {
            if (lost.exit() != ExitCode.UNREACHABLE) {
                throw lost;
            }
            throw new Failure(
                    ExitCode.UNREACHABLE,
                    "connection-lost",
                    "The connection to the cluster was lost: " + lost.getMessage(),
                    "%s goes on there; '%s' shows how it went."
                            .formatted(capitalized(job.kind()), followUp()),
                    lost);
        }
        return watcher.report(job);
    }

    /// In a one-shot process this is the last thing that is said.
    private void farewell() {
        Failure interruption = interruption();
        if (json) {
            console.print(
                    Json.of(
                            new Farewell(
                                    new Farewell.Error(
                                            interruption.code(),
                                            interruption.getMessage(),
                                            interruption.hint()))));
        } else {
            console.note("");
            console.note("modmon: " + interruption.getMessage());
            console.note("  " + interruption.hint());
        }
        console.flush();
    }

    /// The shape of every error.
    private record Farewell(Error error) {
        private record Error(String code, String message, String hint) {}
    }

    private Interrupted interruption() {
        return new Interrupted(
                "Interrupted; the deployment of '%s' goes on on the cluster.".formatted(target),
                "Follow it with '%s'.".formatted(followUp()));
    }

    private String followUp() {
        return "modmon status " + target.environment();
    }

    private static String capitalized(String kind) {
        return kind.equals("rollback") ? "The rollback" : "The deployment";
    }

    private static final class Watcher implements ClusterLink.Watcher {
        private final Progress progress;
        private @Nullable DeployReport report;

        Watcher(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void happened(JobEvent event) {
            progress.show(event);
            if (event instanceof JobEvent.Finished finished) {
                report = finished.report();
            }
        }

        @Override
        public void connectionLost() {
            progress.say("the connection was lost, trying again");
        }

        DeployReport report(JobReport job) {
            DeployReport last = report;
            if (last == null) {
                throw new Failure(
                        ExitCode.UNREACHABLE,
                        "no-end",
                        "The cluster did not say how job %s ended.".formatted(job.id()),
                        "'modmon releases %s' knows.".formatted(job.environment()));
            }
            return last;
        }
    }
}
