package dev.modmon.cli.scaffold;

import dev.modmon.core.project.Environment;
import java.util.List;
import java.util.regex.Pattern;

/// The env files of a draft's environments.
record EnvFiles(Draft draft) {
    /// Adds lines to the file of each environment, but for variables that it has already.
    ///
    /// @param title a comment above them
    void append(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            List<Environment> all = List.copyOf(draft.project().environments().values());
            all.forEach(environment -> append(environment.envFile(), title, lines));
        }
    }

    private void append(String path, String title, List<String> lines) {
        String text = draft.find(path).orElse("");
        List<String> missing =
                lines.stream().filter(line -> !sets(text, line.split("=", 2)[0])).toList();
        if (missing.isEmpty()) {
            return;
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder added = new StringBuilder(text);
        if (!text.isEmpty()) {
            added.append(text.endsWith("\n") ? "" : end).append(end);
        }
        added.append("# ").append(title).append(end);
        missing.forEach(line -> added.append(line).append(end));
        draft.put(path, added.toString());
    }

    /// Whether any environment has the variable.
    boolean anySets(String variable) {
        return draft.project().environments().values().stream()
                .flatMap(environment -> draft.find(environment.envFile()).stream())
                .anyMatch(text -> sets(text, variable));
    }

    private static boolean sets(String text, String variable) {
        return Pattern.compile("(?m)^\\s*(export\\s+)?" + Pattern.quote(variable) + "\\s*=")
                .matcher(text)
                .find();
    }
}
