package dev.modmon.server.operation;

import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.project.ProjectName;
import dev.modmon.server.job.EventFeed;
import dev.modmon.server.job.Job;
import dev.modmon.server.job.JobId;
import dev.modmon.server.job.Jobs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What became of jobs.
public final class JobOperations {
    private final Jobs jobs;
    private final EventFeed feed;

    public JobOperations(Jobs jobs, EventFeed feed) {
        this.jobs = jobs;
        this.feed = feed;
    }

    public List<Operation> rows() {
        return List.of(
                Operation.get("job", "/v1/jobs/{id}")
                        .summary("Where a job stands.")
                        .forUsersOf(this::project)
                        .answers(JobReport.class)
                        .by(call -> new Reply.Value(job(call).report())),
                Operation.get("job-events", "/v1/jobs/{id}/events")
                        .summary("What happens during a job, from its beginning to its end.")
                        .forUsersOf(this::project)
                        .answersLines(JobEvent.class)
                        .by(this::events));
    }

    private Reply events(Call call) {
        JobId id = job(call).id();
        return new Reply.Lines(sink -> feed.follow(id, new Forwarder(sink)));
    }

    private ProjectName project(Call call) {
        return job(call).target().project();
    }

    private Job job(Call call) {
        return id(call.path("id"))
                .flatMap(jobs::find)
                .orElseThrow(() ->
                        ProblemException.notFound("job.unknown", "There is no such job.", ""));
    }

    private static Optional<JobId> id(String text) {
        try {
            return Optional.of(new JobId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private record Forwarder(Reply.Sink sink) implements EventFeed.Follower {
        @Override
        public void event(JobEvent event) throws IOException {
            sink.line(event);
            sink.flush();
        }

        @Override
        public void nothingNew() throws IOException {
            sink.beat();
        }
    }
}
