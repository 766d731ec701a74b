package dev.modmon.server;

import dev.modmon.core.compose.StackHash;
import dev.modmon.server.access.AcceptedRules;
import dev.modmon.server.access.Accounts;
import dev.modmon.server.git.GitCommits;
import dev.modmon.server.job.Commits;
import dev.modmon.server.job.Deployments;
import dev.modmon.server.job.EventFeed;
import dev.modmon.server.job.JobQueue;
import dev.modmon.server.job.JobRun;
import dev.modmon.server.job.Jobs;
import dev.modmon.server.job.Journals;
import dev.modmon.server.job.Releases;
import dev.modmon.server.job.SecretSupply;
import dev.modmon.server.operation.CommitOperations;
import dev.modmon.server.operation.DeployOperations;
import dev.modmon.server.operation.JobOperations;
import dev.modmon.server.operation.ServiceOperations;
import dev.modmon.server.operation.Statuses;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.ImageSource;
import dev.modmon.server.rollout.RolloutRunner;
import dev.modmon.server.rollout.ServiceLogs;
import dev.modmon.server.rollout.Sleeper;
import dev.modmon.server.rollout.Swarm;
import dev.modmon.server.secret.SecretVault;
import dev.modmon.server.state.PrivateFile;
import dev.modmon.server.state.StateDirectory;
import dev.modmon.server.store.Database;
import dev.modmon.server.store.SqliteJobs;
import dev.modmon.server.store.SqliteJournals;
import dev.modmon.server.store.SqliteReleases;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/// What deployments consist of.
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    private static final int HASH_KEY_BYTES = 32;

    @Bean
    @DependsOn("stateLock")
    Database database(StateDirectory state) {
        return Database.open(state.root().resolve("modmon.db"), state.directory("tmp"));
    }

    @Bean
    Jobs jobs(Database database) {
        return new SqliteJobs(database);
    }

    @Bean
    Releases releases(Database database) {
        return new SqliteReleases(database);
    }

    @Bean
    Journals journals(Database database) {
        return new SqliteJournals(database);
    }

    @Bean
    Commits commits(StateDirectory state) {
        return new GitCommits(state.directory("repos"));
    }

    @Bean
    SecretSupply secretSupply(StateDirectory state) {
        return new SecretSupply(new SecretVault(state.directory("secrets")));
    }

    @Bean
    RolloutRunner rolloutRunner(
            ContainerPlatform platform,
            ImageSource images,
            ServiceLogs logs,
            StateDirectory state,
            @Qualifier("rolloutClock") Clock clock,
            Sleeper sleeper) {
        return new RolloutRunner(
                platform,
                images,
                logs,
                new StackHash(hashKey(state.file("hash.key"))),
                clock,
                sleeper);
    }

    /// Made once: with another key every service would look changed.
    private static byte[] hashKey(PrivateFile file) {
        String hex =
                file.read()
                        .orElseGet(() -> {
                            byte[] key = new byte[HASH_KEY_BYTES];
                            new SecureRandom().nextBytes(key);
                            String fresh = HexFormat.of().formatHex(key);
                            file.write(fresh);
                            return fresh;
                        });
        return HexFormat.of().parseHex(hex.strip());
    }

    @Bean
    EventFeed eventFeed(Jobs jobs) {
        return new EventFeed(jobs);
    }

    @Bean
    JobRun jobRun(
            Jobs jobs,
            Releases releases,
            Journals journals,
            Commits commits,
            SecretSupply secrets,
            RolloutRunner runner,
            EventFeed feed,
            Clock clock) {
        return new JobRun(jobs, releases, journals, commits, secrets, runner, feed, clock);
    }

    @Bean
    JobQueue jobQueue(Jobs jobs, JobRun run, EventFeed feed, Clock clock) {
        return new JobQueue(jobs, run, feed, clock);
    }

    @Bean
    Deployments deployments(
            Commits commits,
            Releases releases,
            SecretSupply secrets,
            AcceptedRules rules,
            RolloutRunner runner,
            JobQueue queue) {
        return new Deployments(commits, releases, secrets, rules, runner, queue);
    }

    @Bean
    CommitOperations commitOperations(Commits commits) {
        return new CommitOperations(commits);
    }

    @Bean
    DeployOperations deployOperations(
            Deployments deployments,
            Releases releases,
            JobQueue queue,
            Swarm swarm,
            Accounts accounts) {
        return new DeployOperations(deployments, releases, queue, swarm, accounts);
    }

    @Bean
    JobOperations jobOperations(Jobs jobs, EventFeed feed) {
        return new JobOperations(jobs, feed);
    }

    @Bean
    ServiceOperations serviceOperations(
            ContainerPlatform platform,
            Swarm swarm,
            ServiceLogs logs,
            ImageSource images,
            Releases releases,
            JobQueue queue) {
        return new ServiceOperations(
                new Statuses(platform, swarm, releases, queue, ServerConfiguration.version()),
                platform,
                logs,
                images);
    }
}
