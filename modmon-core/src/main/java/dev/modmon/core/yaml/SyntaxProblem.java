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
        return Diagnostic.error("yaml.syntax", place, message(e), hint(e, mark));
    }

    /// The parser's words, or plainer ones for its most frequent complaints.
    private static String message(MarkedYamlEngineException e) {
        String problem = firstLine(e.getProblem());
        if (problem.contains("unexpected end of stream")
                && String.valueOf(e.getContext()).contains("quoted")) {
            return "A quote is not closed.";
        }
        if (problem.contains("<block end>")) {
            return "The indentation of this line does not fit the lines above.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "A ':' with a space behind it is not expected here.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "A ':' is missing: this is neither KEY: VALUE nor a list item.";
        }
        if (problem.contains("',' or '")) {
            return "A bracket that was opened is not closed, or a comma is missing.";
        }
        return "The YAML breaks off here: %s.".formatted(problem);
    }

    private static String hint(MarkedYamlEngineException e, Mark mark) {
        return e.getContextMark()
                .map(Mark::getLine)
                .filter(line -> line != mark.getLine())
                .map(line -> "What is not finished here began in line %d.".formatted(line + 1))
                .orElse("Look at the indentation, quotes and colons just before it.");
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
