package dev.modmon.server.store;

import dev.modmon.core.compose.StackJson;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.Step;
import dev.modmon.server.job.JobId;
import dev.modmon.server.job.Journals;
import dev.modmon.server.rollout.RolloutJournal;
import dev.modmon.server.rollout.Snapshot;
import java.util.Optional;

/// What each rollout did so far. Secrets are in here until the job has ended.
public final class SqliteJournals implements Journals {
    private final Database database;

    public SqliteJournals(Database database) {
        this.database = database;
    }

    @Override
    public RolloutJournal of(JobId job) {
        return new Journal(job);
    }

    @Override
    public Optional<Snapshot> snapshot(JobId job) {
        return database.read(jdbc ->
                jdbc.sql("select snapshot from journal where job = ?")
                        .param(job.value())
                        .query(String.class)
                        .optional()
                        .map(json -> StackJson.read(json, Snapshot.class)));
    }

    private final class Journal implements RolloutJournal {
        private final JobId job;

        Journal(JobId job) {
            this.job = job;
        }

        @Override
        public void beforeChanges(Snapshot snapshot, RolloutPlan plan) {
            database.write(jdbc ->
                    jdbc.sql("insert into journal (job, snapshot) values (?, ?)")
                            .params(job.value(), StackJson.writeAny(snapshot))
                            .update());
        }

        @Override
        public void stepStarted(int index, Step step) {
            enter("started %d %s".formatted(index, kind(step)));
        }

        @Override
        public void stepDone(int index, Step step) {
            enter("done %d %s".formatted(index, kind(step)));
        }

        @Override
        public void reverting(String reason) {
            enter("reverting: " + reason);
        }

        private void enter(String entry) {
            database.write(jdbc ->
                    jdbc.sql(
                                    """
                                    insert into journal_entry (job, position, entry)
                                    select :job, coalesce(max(position), -1) + 1, :entry from journal_entry where job = :job
                                    """)
                            .param("job", job.value())
                            .param("entry", entry)
                            .update());
        }

        private static String kind(Step step) {
            return switch (step) {
                case Step.CreateNetwork(var network) -> "create network " + network.name();
                case Step.CreateFile(var kind, var file) -> "create " + kind.word() + " " + file;
                case Step.CreateService(var service) -> "create " + service.name();
                case Step.UpdateService(var before, _, _, _) -> "update " + before.spec().name();
                case Step.ReplaceService(var before, _, _) -> "replace " + before.spec().name();
                case Step.AwaitHealthy(var services) -> "await " + services;
                case Step.RemoveService(var service) -> "remove " + service.spec().name();
                case Step.RemoveFile(var kind, var name) -> "remove " + kind.word() + " " + name;
            };
        }
    }
}
