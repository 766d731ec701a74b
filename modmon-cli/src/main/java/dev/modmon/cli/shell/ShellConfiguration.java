package dev.modmon.cli.shell;

import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.cluster.SharedClusters;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.cli.run.LineRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.shell.core.ShellRunner;
import org.springframework.shell.jline.PromptProvider;

/// How the session is put together. Nothing is auto-configured and nothing is scanned.
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {
    @Bean(destroyMethod = "close")
    Terminal terminal() {
        try {
            return TerminalBuilder.builder().name("modmon").system(true).dumb(true).build();
        } catch (IOException broken) {
            throw new UncheckedIOException("The terminal cannot be used.", broken);
        }
    }

    @Bean
    ProjectGlance projectGlance(SessionStart start) {
        return new ProjectGlance(start.here().directory());
    }

    @Bean(destroyMethod = "close")
    SharedClusters sharedClusters(SessionStart start) {
        return new SharedClusters(start.here().environment(), start.here().home());
    }

    @Bean
    SessionConsole sessionConsole(Terminal terminal, SessionStart start) {
        return new SessionConsole(terminal, start.here().environment());
    }

    @Bean
    Catalogue catalogue(SessionStart start, SessionConsole console, SharedClusters clusters) {
        Surroundings here = start.here();
        return start.commands()
                .apply(
                        new Surroundings(
                                console.console(),
                                here.environment(),
                                here.directory(),
                                clusters,
                                here.clock()));
    }

    @Bean
    LineReader lineReader(
            Terminal terminal, Catalogue catalogue, ProjectGlance glance, SessionStart start) {
        DefaultParser parser = new DefaultParser();
        parser.setEofOnUnclosedQuote(true);
        LineReader reader =
                LineReaderBuilder.builder()
                        .appName("modmon")
                        .terminal(terminal)
                        .parser(parser)
                        .completer(
                                new CatalogueCompleter(
                                        catalogue, glance::names, start.here().directory()))
                        .variable(LineReader.HISTORY_FILE, HistoryFile.in(start.here().home()))
                        .option(LineReader.Option.INSERT_TAB, false)
                        .build();
        return reader;
    }

    @Bean
    PromptProvider promptProvider(ProjectGlance glance) {
        return new ProjectPrompt(glance);
    }

    @Bean
    ShellRunner shellRunner(
            SessionStart start,
            Catalogue catalogue,
            SessionConsole console,
            LineReader reader,
            PromptProvider prompt) {
        LineRunner runner =
                new LineRunner(
                        catalogue,
                        console.console(),
                        start.here().environment(),
                        _ -> {
                            throw new UsageFailure(
                                    "This is an interactive session already.",
                                    "Put '-C DIR' behind a command, or leave with 'exit'.");
                        });
        console.asksWith(reader);
        return new Session(reader, prompt, runner);
    }
}
