package dev.modmon.core.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A tab between two tokens, which YAML and Compose allow and the parser does not. Tabs that indent stay mistakes.
public final class SeparatingTab {
    private SeparatingTab() {}

    /// The text, as long as before, with spaces in place of the tabs that the parser stumbled over; empty when they
    /// are not of this kind.
    public static Optional<String> replaced(String text, YamlEngineException stumble) {
        return stumble instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark().flatMap(mark -> replaced(text, mark))
                : Optional.empty();
    }

    private static Optional<String> replaced(String text, Mark mark) {
        if (mark.getIndex() > text.codePointCount(0, text.length())) {
            return Optional.empty();
        }
        int at = text.offsetByCodePoints(0, mark.getIndex());
        int line = text.lastIndexOf('\n', at - 1) + 1;
        int end = at;
        while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        boolean indents = text.substring(line, at).isBlank();
        boolean nothingFollows = end == text.length() || "#\r\n".indexOf(text.charAt(end)) >= 0;
        boolean tab = at < text.length() && text.charAt(at) == '\t';
        return tab && (!indents || nothingFollows)
                ? Optional.of(text.substring(0, at) + " ".repeat(end - at) + text.substring(end))
                : Optional.empty();
    }
}
