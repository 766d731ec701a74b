package dev.modmon.server.store;

import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.compose.StackJson;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.server.job.Release;
import dev.modmon.server.job.Releases;
import dev.modmon.server.job.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The history of each environment.
public final class SqliteReleases implements Releases {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final Database database;

    public SqliteReleases(Database database) {
        this.database = database;
    }

    @Override
    public List<ReleaseReport> history(Target target) {
        return database.read(jdbc ->
                jdbc.sql(
                                "select * from release where project = ? and environment = ? order by number desc")
                        .params(target.project().value(), target.environment().value())
                        .query(SqliteReleases::report)
                        .list());
    }

    @Override
    public Optional<Release> completedBefore(Target target, long number) {
        return completed(target, "number < ?", number);
    }

    @Override
    public Optional<Release> completed(Target target, long number) {
        return completed(target, "number = ?", number);
    }

    private Optional<Release> completed(Target target, String condition, long number) {
        return database.read(jdbc ->
                jdbc.sql(
                                "select * from release where project = ? and environment = ? and "
                                        + condition
                                        + " and outcome = ? and stack is not null order by number desc limit 1")
                        .params(
                                target.project().value(),
                                target.environment().value(),
                                number,
                                Outcome.COMPLETED.name())
                        .query(SqliteReleases::release)
                        .optional());
    }

    @Override
    public Optional<Target> ownerOf(StackName stack) {
        return database.read(jdbc ->
                jdbc.sql(
                                """
                                select project, environment from release
                                where project || '-' || environment = ? order by started limit 1
                                """)
                        .param(stack.value())
                        .query((row, _) ->
                                new Target(
                                        new ProjectName(row.getString("project")),
                                        new EnvironmentName(row.getString("environment"))))
                        .optional());
    }

    @Override
    public List<EnvironmentName> environments(ProjectName project) {
        return database.read(jdbc ->
                jdbc
                        .sql(
                                "select distinct environment from release where project = ? order by environment")
                        .param(project.value())
                        .query(String.class)
                        .list()
                        .stream()
                        .map(name -> new EnvironmentName(String.valueOf(name)))
                        .toList());
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(report(row, number), StackJson.read(row.getString("stack")));
    }

    private static ReleaseReport report(ResultSet row, int number) throws SQLException {
        return new ReleaseReport(
                row.getLong("number"),
                row.getString("kind"),
                row.getString("commit_id"),
                texts(row.getString("tags")),
                texts(row.getString("images")),
                row.getString("user"),
                row.getString("message"),
                row.getString("started"),
                row.getString("finished"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"));
    }

    private static Map<String, String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
