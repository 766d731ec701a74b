package dev.modmon.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/diagnostics.md` lists every code that the sources report, with what is said.
///
/// With the variable `GOLDEN_WRITE` it is written anew: `GOLDEN_WRITE=1 bin/mvn -pl modmon-core verify
/// -Dit.test=DiagnosticsPageIntegrationTests`.
class DiagnosticsPageIntegrationTests {
    private static final Path PAGE = Path.of("../docs/diagnostics.md");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern CODE =
            Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\",");
    private static final Pattern CALL =
            Pattern.compile("(error|warning|Exception|problem|tooMuch|stop|syntax|report)\\(\\s*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int REACH = 700;

    private static final String HEAD =
            """
            # What validate says

            Every code that a diagnostic can have, and its sentence; `…` stands for names. A code never changes its meaning.
            Written by a test from the sources, so it is complete; the files themselves are described in
            [the master repo](configuration.md).

            | code | what it says |
            |---|---|
            """;

    @Test
    void listsEveryCodeOfTheSources() throws IOException {
        String page = page();
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("%s is stale; write it anew with GOLDEN_WRITE=1", PAGE)
                .isEqualTo(page);
    }

    @Test
    void findsTheCodes() throws IOException {
        assertThat(codes())
                .hasSizeGreaterThan(50)
                .containsEntry("yaml.tab", "A tab stands where YAML wants spaces.")
                .containsEntry(
                        "service.unknown-dependency",
                        "Service '…' depends on '…', which is not there.")
                .containsKey("config.unknown-key");
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        codes().forEach((code, says) ->
                page.append("| `%s` | %s |\n".formatted(code, says.replace("|", "\\|"))));
        return page.toString();
    }

    private static Map<String, String> codes() throws IOException {
        Map<String, String> codes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
                collect(Files.readString(file), codes);
            }
        }
        return codes;
    }

    private static void collect(String source, Map<String, String> codes) {
        Matcher code = CODE.matcher(source);
        while (code.find()) {
            if (CALL.matcher(source.substring(0, code.start())).find()) {
                String says = sentence(source, code.end());
                codes.merge(code.group(1), says, (a, b) -> a.isEmpty() ? b : a);
            }
        }
    }

    /// The first text of the call that is a sentence; empty when it is made elsewhere.
    private static String sentence(String source, int from) {
        int end = source.indexOf(";\n", from);
        int reach = Math.min(end < 0 ? source.length() : end, from + REACH);
        Matcher literal = LITERAL.matcher(source.substring(from, reach));
        while (literal.find()) {
            String text = literal.group(1);
            if (text.contains(" ") && text.matches(".*[.?]")) {
                return text.replaceAll("%(\\d\\$)?[sd]", "…")
                        .replace("\\\"", "\"")
                        .replace("%%", "%");
            }
        }
        return "";
    }
}
