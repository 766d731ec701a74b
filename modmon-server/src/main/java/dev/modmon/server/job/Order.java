package dev.modmon.server.job;

import dev.modmon.core.project.CommitId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a job is to do. It is kept with the job, so that one that waits outlives a restart.
public sealed interface Order {
    /// What the release consists of.
    CommitId commit();

    /// Image tag by app repo, as far as known now.
    SortedMap<String, String> tags();

    /// Why, as the user said it; empty when nothing was said.
    String message();

    /// Deploys a commit.
    ///
    /// @param tags image tag by app repo, as asked for; they go over those of the last release
    /// @param admin whether whoever asks may have anything deployed
    record Deploy(CommitId commit, SortedMap<String, String> tags, boolean admin, String message)
            implements Order {
        public Deploy {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }
    }

    /// Goes back to an earlier release.
    ///
    /// @param commit that release's
    /// @param tags that release's
    record Rollback(long release, CommitId commit, SortedMap<String, String> tags, String message)
            implements Order {
        public Rollback {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }
    }

    /// As the API calls it.
    default String kind() {
        return switch (this) {
            case Deploy _ -> "deploy";
            case Rollback _ -> "rollback";
        };
    }
}
