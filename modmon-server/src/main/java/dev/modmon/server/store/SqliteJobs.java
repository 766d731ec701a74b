package dev.modmon.server.store;

import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackJson;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.server.job.Job;
import dev.modmon.server.job.JobId;
import dev.modmon.server.job.Jobs;
import dev.modmon.server.job.Order;
import dev.modmon.server.job.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Jobs, their events and the releases that they write.
public final class SqliteJobs implements Jobs {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    public SqliteJobs(Database database) {
        this.database = database;
    }

    @Override
    public Job create(JobId id, Target target, Order order, String user, Instant now) {
        database.write(jdbc -> {
            long release = nextRelease(jdbc, target);
            insertRelease(jdbc, target, release, order, user, now);
            insertJob(jdbc, id, target, release, order, user, now);
        });
        return find(id).orElseThrow();
    }

    private static long nextRelease(JdbcClient jdbc, Target target) {
        return jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from release where project = ? and environment = ?")
                .params(target.project().value(), target.environment().value())
                .query(Long.class)
                .single();
    }

    private static void insertRelease(
            JdbcClient jdbc, Target target, long number, Order order, String user, Instant now) {
        jdbc.sql(
                        """
                        insert into release (project, environment, number, kind, commit_id, tags, images, user,
                            message, started, outcome, reason)
                        values (:project, :environment, :number, :kind, :commit, :tags, '{}', :user,
                            :message, :started, :outcome, '')
                        """)
                .param("project", target.project().value())
                .param("environment", target.environment().value())
                .param("number", number)
                .param("kind", order.kind())
                .param("commit", order.commit().value())
                .param("tags", JSON.writeValueAsString(order.tags()))
                .param("user", user)
                .param("message", order.message())
                .param("started", Times.text(now))
                .param("outcome", Outcome.RUNNING.name())
                .update();
    }

    private static void insertJob(
            JdbcClient jdbc,
            JobId id,
            Target target,
            long release,
            Order order,
            String user,
            Instant now) {
        jdbc.sql(
                        """
                        insert into job (id, project, environment, release, kind, wanted, user, created, state)
                        values (:id, :project, :environment, :release, :kind, :wanted, :user, :created, 'queued')
                        """)
                .param("id", id.value())
                .param("project", target.project().value())
                .param("environment", target.environment().value())
                .param("release", release)
                .param("kind", order.kind())
                .param("wanted", StackJson.writeAny(order))
                .param("user", user)
                .param("created", Times.text(now))
                .update();
    }

    @Override
    public void start(JobId id, SortedMap<String, String> tags) {
        database.write(jdbc -> {
            jdbc.sql("update job set state = 'running' where id = ?").param(id.value()).update();
            ofRelease(jdbc, "update release set tags = :tags", id)
                    .param("tags", JSON.writeValueAsString(tags))
                    .update();
        });
    }

    @Override
    public void finish(JobId id, JobEvent.Finished end, Optional<Stack> stack, Instant now) {
        DeployReport report = end.report();
        database.write(jdbc -> {
            insertEvent(jdbc, id, end);
            jdbc.sql("update job set state = 'finished', result = ? where id = ?")
                    .params(JSON.writeValueAsString(report), id.value())
                    .update();
            ofRelease(
                            jdbc,
                            "update release set finished = :finished, outcome = :outcome, reason = :reason, images = :images, stack = :stack",
                            id)
                    .param("finished", Times.text(now))
                    .param("outcome", report.outcome().name())
                    .param("reason", report.reason())
                    .param("images", JSON.writeValueAsString(images(report)))
                    .param("stack", stack.map(StackJson::write).orElse(null))
                    .update();
            jdbc.sql("delete from journal where job = ?").param(id.value()).update();
            jdbc.sql("delete from journal_entry where job = ?").param(id.value()).update();
        });
    }

    private static JdbcClient.StatementSpec ofRelease(JdbcClient jdbc, String update, JobId id) {
        return jdbc.sql(
                        update
                                + " where (project, environment, number) = (select project, environment, release from job where id = :job)")
                .param("job", id.value());
    }

    private static Map<String, String> images(DeployReport report) {
        Map<String, String> images = new TreeMap<>();
        if (report.outcome() == Outcome.COMPLETED) {
            report.services().stream()
                    .filter(service -> !service.image().isEmpty())
                    .forEach(service -> images.put(service.name(), service.image()));
        }
        return images;
    }

    @Override
    public Optional<Job> find(JobId id) {
        return database.read(jdbc ->
                jdbc.sql("select * from job where id = ?")
                        .param(id.value())
                        .query(SqliteJobs::job)
                        .optional());
    }

    @Override
    public List<Job> unfinished() {
        return database.read(jdbc ->
                jdbc.sql("select * from job where state <> 'finished' order by position")
                        .query(SqliteJobs::job)
                        .list());
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new Job(
                new JobId(row.getString("id")),
                new Target(
                        new ProjectName(row.getString("project")),
                        new EnvironmentName(row.getString("environment"))),
                order(row.getString("kind"), row.getString("wanted")),
                row.getString("user"),
                row.getLong("release"),
                Instant.parse(row.getString("created")),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(result).map(text -> JSON.readValue(text, DeployReport.class)));
    }

    private static Order order(String kind, String json) {
        return switch (kind) {
            case "deploy" -> StackJson.read(json, Order.Deploy.class);
            case "rollback" -> StackJson.read(json, Order.Rollback.class);
            default -> throw new IllegalStateException("A job of kind '%s'.".formatted(kind));
        };
    }

    @Override
    public void append(JobId id, JobEvent event) {
        database.write(jdbc -> insertEvent(jdbc, id, event));
    }

    private static void insertEvent(JdbcClient jdbc, JobId id, JobEvent event) {
        jdbc.sql(
                        """
                        insert into job_event (job, position, event)
                        select :job, coalesce(max(position), -1) + 1, :event from job_event where job = :job
                        """)
                .param("job", id.value())
                .param("event", JSON.writerFor(JobEvent.class).writeValueAsString(event))
                .update();
    }

    @Override
    public List<JobEvent> events(JobId id, int from) {
        return database.read(jdbc ->
                jdbc
                        .sql(
                                "select event from job_event where job = ? and position >= ? order by position")
                        .params(id.value(), from)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(text -> JSON.readValue(text, JobEvent.class))
                        .toList());
    }
}
