package dev.modmon.installer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documentation shows of a file is in that file, what it shows of a command is what the command prints,
/// and what it links to exists.
class DocumentationIntegrationTests {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /// A fenced block that names the file it is an excerpt of.
    private static final Pattern EXCERPT =
            Pattern.compile("<!-- file: (\\S+) -->\n```\\w*\n(.*?)```", Pattern.DOTALL);

    /// A fenced block that names the command whose output it is.
    private static final Pattern TRANSCRIPT =
            Pattern.compile("<!-- run: modmon ([^\\n]+) -->\n```\\w*\n(.*?)```", Pattern.DOTALL);

    private static final Pattern LOCAL_LINK =
            Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

    private record Excerpt(String page, String file, String text) {}

    private record Transcript(String page, List<String> arguments, String output) {}

    private record Link(Path page, String target) {}

    @ParameterizedTest
    @MethodSource("excerpts")
    void showsWhatTheFileHolds(Excerpt excerpt) throws IOException {
        assertThat(Files.readString(ROOT.resolve(excerpt.file()))).contains(excerpt.text());
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void showsWhatTheCommandPrints(Transcript transcript) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("modmon-installer/target/modmon/bin/modmon").toString());
        command.addAll(transcript.arguments());
        Process process =
                new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(printed.replace(ROOT + "/", "")).isEqualTo(transcript.output());
    }

    @ParameterizedTest
    @MethodSource("links")
    void linksToWhatExists(Link link) {
        assertThat(link.page().resolveSibling(link.target())).exists();
    }

    static List<Excerpt> excerpts() throws IOException {
        List<Excerpt> found = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = EXCERPT.matcher(Files.readString(page));
            while (matcher.find()) {
                String name = ROOT.relativize(page).toString();
                found.add(new Excerpt(name, matcher.group(1), matcher.group(2)));
            }
        }
        return found;
    }

    static List<Transcript> transcripts() throws IOException {
        List<Transcript> found = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = TRANSCRIPT.matcher(Files.readString(page));
            while (matcher.find()) {
                String name = ROOT.relativize(page).toString();
                List<String> arguments = List.of(matcher.group(1).split(" "));
                found.add(new Transcript(name, arguments, matcher.group(2)));
            }
        }
        return found;
    }

    static List<Link> links() throws IOException {
        List<Link> found = new ArrayList<>();
        for (Path page : pages()) {
            LOCAL_LINK
                    .matcher(Files.readString(page))
                    .results()
                    .forEach(match -> found.add(new Link(page, match.group(1))));
        }
        return found;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
