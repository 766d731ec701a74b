package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.EnvTemplate.Variable;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an env file: one `NAME=value` a line, with `#` comments, `export`, and quotes.
final class EnvTemplateReader {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?(?<name>[^\\s=]+)\\s*=[ \\t]*(?<value>.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?");

    private final Diagnostics diagnostics;

    EnvTemplateReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    EnvTemplate read(SourceFile file) {
        SequencedMap<String, Variable> variables = new LinkedHashMap<>();
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!NOTHING.matcher(lines.get(i)).matches()) {
                line(lines.get(i), new Place(file.path(), i + 1, 1), variables);
            }
        }
        return new EnvTemplate(Place.ofFile(file.path()), variables);
    }

    private void line(String line, Place start, SequencedMap<String, Variable> variables) {
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            diagnostics.error(
                    "env.bad-character",
                    start,
                    "There is a control character in this line.",
                    "Save the file as plain text.");
            return;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            diagnostics.error(
                    "env.syntax",
                    start,
                    "This line is no variable.",
                    "Write NAME=value, or begin the line with '#'; a value cannot span lines.");
            return;
        }
        String name = parts.group("name");
        Place place = start.right(parts.start("name"));
        if (!NAME.matcher(name).matches()) {
            diagnostics.error(
                    "env.bad-name",
                    place,
                    "Variable name '%s' must be letters, digits and '_', and not start with a digit."
                            .formatted(Names.shown(name)),
                    "");
            return;
        }
        Place valuePlace = start.right(parts.start("value"));
        new EnvValueReader(parts.group("value"), valuePlace, diagnostics)
                .read()
                .ifPresent(value -> add(value.asVariable(name, place), variables));
    }

    private void add(Variable variable, SequencedMap<String, Variable> variables) {
        Variable first = variables.putIfAbsent(variable.name(), variable);
        if (first != null) {
            diagnostics.error(
                    "env.duplicate-variable",
                    variable.place(),
                    "Variable '%s' is set twice.".formatted(variable.name()),
                    "The first time is in line %d; keep one of them."
                            .formatted(first.place().line()));
        }
    }
}
