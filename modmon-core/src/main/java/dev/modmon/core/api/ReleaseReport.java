package dev.modmon.core.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One entry of an environment's release history.
///
/// @param kind `deploy` or `rollback`
/// @param tags image tag by app repo
/// @param images image with digest by service
/// @param user who asked for it
/// @param message why, as the user said it; empty when nothing was said
/// @param started RFC 3339, UTC
/// @param finished RFC 3339, UTC; null while it is carried out
/// @param reason why it did not complete; empty when it did
public record ReleaseReport(
        long release,
        String kind,
        String commit,
        Map<String, String> tags,
        Map<String, String> images,
        String user,
        String message,
        String started,
        @Nullable String finished,
        Outcome outcome,
        String reason) {
    public ReleaseReport {
        tags = new TreeMap<>(tags);
        images = new TreeMap<>(images);
    }

    /// The history of one environment, newest first.
    public record History(String project, String environment, List<ReleaseReport> releases) {
        public History {
            releases = List.copyOf(releases);
        }
    }
}
