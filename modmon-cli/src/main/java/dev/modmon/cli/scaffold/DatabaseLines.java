package dev.modmon.cli.scaffold;

import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.project.DatabaseName;
import java.util.ArrayList;
import java.util.List;

/// Variables that tell apps of a database: `DB_HOST` and so on for the first, `NAME_HOST` for further ones.
record DatabaseLines(DatabaseName name, EnvFiles files) {
    private static final String FIRST = "DB";

    /// @param account whether it has one
    List<String> of(boolean account) {
        List<String> lines = new ArrayList<>();
        String prefix =
                !account || files.anySets(FIRST + "_HOST") ? Prefab.variable(name.value()) : FIRST;
        lines.add(line(prefix, "HOST", "HOST"));
        lines.add(line(prefix, "PORT", "PORT"));
        if (account) {
            lines.add(line(prefix, "DATABASE", "DB"));
            lines.add(line(prefix, "USERNAME", "USER"));
            lines.add(line(prefix, "PASSWORD", "PASS"));
        }
        return lines;
    }

    private String line(String prefix, String variable, String field) {
        return "%s_%s={{DB['%s'].%s}}".formatted(prefix, variable, name, field);
    }
}
