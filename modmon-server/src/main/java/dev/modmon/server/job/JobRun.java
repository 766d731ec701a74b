package dev.modmon.server.job;

import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.InvalidInputException;
import dev.modmon.core.source.SourceTree;
import dev.modmon.server.rollout.Cancellation;
import dev.modmon.server.rollout.RolloutRequest;
import dev.modmon.server.rollout.RolloutResult;
import dev.modmon.server.rollout.RolloutRunner;
import dev.modmon.server.rollout.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out one job, from its order to its report.
public final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final String STOPPED = "The server was stopped during the rollout.";

    private final Jobs jobs;
    private final Releases releases;
    private final Journals journals;
    private final Commits commits;
    private final SecretSupply secrets;
    private final RolloutRunner runner;
    private final EventFeed feed;
    private final Clock clock;

    public JobRun(
            Jobs jobs,
            Releases releases,
            Journals journals,
            Commits commits,
            SecretSupply secrets,
            RolloutRunner runner,
            EventFeed feed,
            Clock clock) {
        this.jobs = jobs;
        this.releases = releases;
        this.journals = journals;
        this.commits = commits;
        this.secrets = secrets;
        this.runner = runner;
        this.feed = feed;
        this.clock = clock;
    }

    /// @param stopping once it answers true nothing is written down any more, so that the next server
    ///     finds the job as it was left
    void carryOut(Job job, BooleanSupplier stopping) {
        Instant start = clock.instant();
        Ending ending;
        try {
            ending = job.state() == Job.State.RUNNING ? recover(job) : roll(job, stopping);
        } catch (InvalidInputException e) {
            ending = Ending.untouched("The configuration is invalid: " + e.getMessage());
        } catch (RuntimeException e) {
            if (stopping.getAsBoolean()) {
                throw e;
            }
            LOG.error("Job {} of {} failed.", job.id(), job.target(), e);
            ending = Ending.broken("modmon-server failed: its log says more.");
        }
        if (!stopping.getAsBoolean()) {
            finish(job, ending, start);
        }
    }

    private Ending roll(Job job, BooleanSupplier stopping) {
        Wanted wanted = wanted(job);
        jobs.start(job.id(), wanted.tags());
        RolloutResult result =
                runner.run(
                        RolloutRequest.of(wanted.stack(), job.release()),
                        journals.of(job.id()),
                        new EventWriter(job.id(), feed, clock),
                        Cancellation.NEVER);
        if (stopping.getAsBoolean()) {
            return Ending.untouched(STOPPED);
        }
        return new Ending(
                result,
                result.outcome() == Outcome.COMPLETED
                        ? Optional.of(Pinned.stack(wanted.stack(), result))
                        : Optional.empty());
    }

    /// Decided now and not when it was asked for: a job before this one may have changed the tags.
    private Wanted wanted(Job job) {
        return switch (job.order()) {
            case Order.Deploy deploy -> wanted(job.target(), deploy);
            case Order.Rollback rollback ->
                    new Wanted(
                            releases.completed(job.target(), rollback.release())
                                    .orElseThrow()
                                    .stack(),
                            rollback.tags());
        };
    }

    private Wanted wanted(Target target, Order.Deploy deploy) {
        Optional<Release> last = releases.lastCompleted(target);
        SortedMap<String, String> tags = Deployments.tags(last, deploy.tags());
        SourceTree tree = commits.tree(target.project(), deploy.commit()).orElseThrow();
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompiledStack> compiled = CommitCompiler.compile(tree, target, tags, diagnostics);
        if (!deploy.admin()) {
            compiled.ifPresent(found ->
                    RootAccess.forbid(found.stack(), last.map(Release::stack), diagnostics));
        }
        diagnostics.throwIfErrors();
        return new Wanted(secrets.resolve(compiled.orElseThrow()), tags);
    }

    /// An earlier server was carrying it out when it ended.
    private Ending recover(Job job) {
        Optional<Snapshot> snapshot = journals.snapshot(job.id());
        if (snapshot.isEmpty()) {
            return Ending.untouched(STOPPED);
        }
        RolloutResult undone =
                runner.recover(snapshot.get(), new EventWriter(job.id(), feed, clock));
        return new Ending(undone, Optional.empty());
    }

    private void finish(Job job, Ending ending, Instant start) {
        Duration took = Duration.between(start, clock.instant());
        DeployReport report = Reports.of(job, ending.result(), took);
        jobs.finish(
                job.id(),
                new JobEvent.Finished(Moments.now(clock), report),
                ending.stack(),
                clock.instant());
        feed.changed();
        LOG.info(
                "Release {} of {} by {}: {}{}",
                job.release(),
                job.target(),
                job.user(),
                report.outcome(),
                report.reason().isEmpty() ? "" : ", " + report.reason());
    }

    private record Wanted(Stack stack, SortedMap<String, String> tags) {}

    /// How it ended, and what runs since when it completed.
    private record Ending(RolloutResult result, Optional<Stack> stack) {
        /// Nothing was changed, so everything is as it was.
        static Ending untouched(String reason) {
            return new Ending(
                    new RolloutResult(Outcome.REVERTED, reason, List.of()), Optional.empty());
        }

        static Ending broken(String reason) {
            return new Ending(
                    new RolloutResult(Outcome.FAILED, reason, List.of()), Optional.empty());
        }
    }
}
