package dev.modmon.server.rollout;

import dev.modmon.core.compose.ImageReference;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/// Where images come from: registries, as the engine reaches them, and the node's own store.
public interface ImageSource {
    /// What a reference means at this moment.
    ///
    /// @param deadline how long a registry may take to answer
    Resolution resolve(ImageReference image, Duration deadline);

    /// Loads the images of a `docker save` archive into the node's store.
    ///
    /// @return the names that were loaded, such as `app:1.2`
    List<String> load(InputStream archive);

    /// What a reference means.
    sealed interface Resolution {
        /// A registry has it, under this digest.
        record Pinned(ImageReference image) implements Resolution {}

        /// No registry has it, but this node does, and there is no other node.
        record OnNode(ImageReference image) implements Resolution {}

        /// Neither has it.
        ///
        /// @param reason why no task could be started from it, as a sentence
        record Missing(String reason) implements Resolution {}
    }
}
