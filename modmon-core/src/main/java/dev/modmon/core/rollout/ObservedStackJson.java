package dev.modmon.core.rollout;

import dev.modmon.core.compose.StackJson;

/// What was observed as JSON, so that a rollout that was cut off can be taken back. It holds secret
/// values in full: keep it where only the server may read.
public final class ObservedStackJson {
    private ObservedStackJson() {}

    public static String write(ObservedStack stack) {
        return StackJson.writeAny(stack);
    }

    /// @throws IllegalArgumentException when the text is no observation; the message holds none of it
    public static ObservedStack read(String json) {
        return StackJson.read(json, ObservedStack.class);
    }
}
