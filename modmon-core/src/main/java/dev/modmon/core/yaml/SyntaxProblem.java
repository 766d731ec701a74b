package dev.modmon.core.yaml;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The parser's complaint as a diagnostic.
final class SyntaxProblem {
    private SyntaxProblem() {}

    static Diagnostic of(SourceFile file, YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
            return atMark(file, marked, marked.getProblemMark().get());
        }
        return Diagnostic.error(
                "yaml.syntax",
                Place.ofFile(file.path()),
                "The file is not YAML: %s.".formatted(firstLine(e.getMessage())),
                "");
    }

    private static Diagnostic atMark(SourceFile file, MarkedYamlEngineException e, Mark mark) {
        Place place = new Place(file.path(), mark.getLine() + 1, mark.getColumn() + 1);
        if (isTab(mark)) {
            return Diagnostic.error(
                    "yaml.tab",
                    place,
                    "A tab stands where YAML wants spaces.",
                    "Indent with spaces: two per level.");
        }
        return Diagnostic.error(
                "yaml.syntax",
                place,
                "The YAML breaks off here: %s.".formatted(firstLine(e.getProblem())),
                e.getContextMark()
                        .map(start -> "It began in line %d.".formatted(start.getLine() + 1))
                        .filter(_ -> e.getContextMark().get().getLine() != mark.getLine())
                        .map(began ->
                                began + " Look at indentation, quotes and brackets from there.")
                        .orElse("Look at indentation, quotes and colons just before it."));
    }

    private static boolean isTab(Mark mark) {
        int[] buffer = mark.getBuffer();
        return mark.getPointer() < buffer.length && buffer[mark.getPointer()] == '\t';
    }

    private static String firstLine(@Nullable String problem) {
        String line =
                String.valueOf(problem).lines().findFirst().orElse("it cannot be read").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
