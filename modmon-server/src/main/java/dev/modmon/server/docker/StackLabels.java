package dev.modmon.server.docker;

import dev.modmon.core.compose.StackName;
import java.util.Map;

/// The labels by which Docker's own tools know what belongs to a stack.
final class StackLabels {
    /// On everything of a stack.
    static final String NAMESPACE = "com.docker.stack.namespace";

    /// On a service: its image as the file names it, before a digest was added.
    static final String IMAGE = "com.docker.stack.image";

    private StackLabels() {}

    /// The filter for everything of a stack.
    static Map<String, String> filter(StackName stack) {
        return Map.of("label", NAMESPACE + "=" + stack);
    }
}
