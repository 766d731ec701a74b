package dev.modmon.core.compose;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// The comment at the top of a compiled file: what it was made from, and how to use it without Modmon.
public final class CompiledFileHeader {
    private CompiledFileHeader() {}

    /// @param command that runs the file
    /// @param variables that the command needs
    public static String of(
            StackName name, StackFile.Origin origin, String command, SortedSet<String> variables) {
        return of(name, origin, command, variables, List.of());
    }

    /// @param needs what else must be there before; empty lines are left out
    static String of(
            StackName name,
            StackFile.Origin origin,
            String command,
            SortedSet<String> variables,
            List<String> needs) {
        StringBuilder header = new StringBuilder();
        comment(header, "Made by Modmon from the files of the master repo; changes here are lost.");
        comment(header, "");
        comment(header, "project:     " + name.project());
        comment(header, "environment: " + name.environment());
        comment(header, "commit:      " + origin.commit());
        for (Map.Entry<String, String> tag : origin.tags().entrySet()) {
            comment(header, "tag:         " + tag.getKey() + "=" + tag.getValue());
        }
        comment(header, "");
        comment(header, "Without Modmon: " + command);
        if (!variables.isEmpty()) {
            comment(header, "with these variables set: " + String.join(" ", variables));
        }
        needs.stream().filter(need -> !need.isEmpty()).forEach(need -> comment(header, need));
        return header.append('\n').toString();
    }

    private static void comment(StringBuilder header, String line) {
        header.append(("# " + line.replaceAll("\\p{Cntrl}", "?")).stripTrailing()).append('\n');
    }
}
