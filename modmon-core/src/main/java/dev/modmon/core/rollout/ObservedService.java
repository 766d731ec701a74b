package dev.modmon.core.rollout;

import dev.modmon.core.compose.ServiceSpec;
import java.util.List;
import java.util.OptionalLong;

/// A service as the engine has it.
///
/// @param id the engine's id
/// @param version the engine's index, which an update must name
/// @param spec its image pinned to a digest where the engine knows one; `dependsOn` is empty, the
///     engine does not know it
/// @param hash what Modmon wrote as the label [#HASH_LABEL]; empty when something else deployed it
/// @param release number of the release that last changed the service, when Modmon did
/// @param forceUpdate the engine's counter of restarts without a change
/// @param formerFiles what its spec before the current one got, to which the engine may go back
/// @param tasks of the current and of earlier specs, newest first
public record ObservedService(
        String id,
        long version,
        ServiceSpec spec,
        String hash,
        OptionalLong release,
        long forceUpdate,
        ObservedFiles formerFiles,
        List<ObservedTask> tasks) {
    /// On the service, not on its tasks: a changed label there restarts nothing.
    public static final String HASH_LABEL = "dev.modmon.hash";

    /// Number of the release that wrote the service.
    public static final String RELEASE_LABEL = "dev.modmon.release";

    /// Names of environment variables that hold secrets, with commas between.
    public static final String SECRETS_LABEL = "dev.modmon.secret-env";

    public ObservedService {
        tasks = List.copyOf(tasks);
    }
}
