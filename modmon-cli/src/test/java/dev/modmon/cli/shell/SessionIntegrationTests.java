package dev.modmon.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import dev.modmon.cli.run.LineRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class SessionIntegrationTests {
    private static final Argument<String> WORD =
            Argument.optional("WORD", "", Choices.NONE, text -> text);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<String> said = new ArrayList<>();

    private void type(String text) throws IOException {
        Terminal terminal =
                new DumbTerminal(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), screen);
        LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
        Console console = new SessionConsole(terminal, Map.of()).console();
        Catalogue catalogue =
                new Catalogue()
                        .add(
                                signature("say"),
                                input -> {
                                    said.add(input.find(WORD).orElse("nothing"));
                                    return ExitCode.DONE;
                                })
                        .add(
                                signature("fail"),
                                _ -> {
                                    throw new Failure(ExitCode.FAILED, "x", "It failed.", "");
                                })
                        .add(
                                signature("wait"),
                                _ -> {
                                    terminal.raise(Terminal.Signal.INT);
                                    if (Thread.interrupted()) {
                                        throw new Interrupted("Stopped waiting.", "");
                                    }
                                    return ExitCode.DONE;
                                });
        LineRunner runner = new LineRunner(catalogue, console, Map.of(), _ -> ExitCode.DONE);
        new Session(reader, () -> new AttributedString("shop> "), runner).run(new String[0]);
    }

    private static Signature signature(String name) {
        return new Signature(name, "Group", name, List.of(WORD), List.of(), List.of(), List.of());
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void goesOnAfterFailuresAndMistakes() throws IOException {
        type("fail\nsya\n\n   \nsay x\nexit\nsay late\n");

        assertThat(screen()).contains("It failed.").contains("Did you mean 'say'?");
        assertThat(said).containsExactly("x");
    }

    @Test
    void splitsWordsAsAShellDoes() throws IOException {
        type("say 'two  words'\nsay \"it's\"\nsay a\\ b\nmodmon say habit\n");

        assertThat(said).containsExactly("two  words", "it's", "a b", "habit");
    }

    @Test
    void ctrlCEndsTheCommandAndNotTheSession() throws IOException {
        type("wait\nsay after\nquit\n");

        assertThat(screen()).contains("Stopped waiting.");
        assertThat(said).containsExactly("after");
    }
}
