package dev.modmon.server.docker;

import dev.modmon.server.rollout.LogLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns `TIME KEY=VALUE,KEY=VALUE LINE` into a [LogLine].
final class LogReader {
    private static final Pattern LINE =
            Pattern.compile("(\\S+) (com\\.docker\\.swarm\\.\\S+) ?(.*)", Pattern.DOTALL);

    private final UnaryOperator<String> taskName;
    private final UnaryOperator<String> nodeName;
    private final Map<String, String> tasks = new HashMap<>();
    private final Map<String, String> nodes = new HashMap<>();

    /// @param taskName name of a task by its id
    /// @param nodeName name of a node by its id
    LogReader(UnaryOperator<String> taskName, UnaryOperator<String> nodeName) {
        this.taskName = taskName;
        this.nodeName = nodeName;
    }

    LogLine read(LogFrames.Frame frame) {
        String stream = frame.stderr() ? "stderr" : "stdout";
        Matcher matcher = LINE.matcher(frame.text());
        if (!matcher.matches()) {
            return new LogLine("", "", stream, Instant.EPOCH, frame.text());
        }
        Map<String, String> details = details(matcher.group(2));
        return new LogLine(
                tasks.computeIfAbsent(
                        details.getOrDefault("com.docker.swarm.task.id", ""), taskName),
                nodes.computeIfAbsent(
                        details.getOrDefault("com.docker.swarm.node.id", ""), nodeName),
                stream,
                Instant.parse(matcher.group(1)),
                matcher.group(3));
    }

    private static Map<String, String> details(String text) {
        Map<String, String> details = new HashMap<>();
        for (String detail : text.split(",")) {
            int equals = detail.indexOf('=');
            if (equals > 0) {
                details.put(detail.substring(0, equals), detail.substring(equals + 1));
            }
        }
        return details;
    }
}
