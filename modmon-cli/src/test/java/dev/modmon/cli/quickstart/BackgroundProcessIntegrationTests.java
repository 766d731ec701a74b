package dev.modmon.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundProcessIntegrationTests {
    @TempDir Path folder;

    @Test
    void isStoppedByWhoeverKnowsItsNumberAndStart() throws IOException {
        BackgroundProcess process =
                BackgroundProcess.start(
                        List.of("sleep", "600"), folder.resolve("log"), folder, System.getenv());
        BackgroundProcess known = new BackgroundProcess(process.pid(), process.started());
        BackgroundProcess other = new BackgroundProcess(process.pid(), "2020-01-01T00:00:00Z");

        assertThat(known.isAlive()).isTrue();
        other.stop();
        assertThat(other.isAlive()).as("another process with this number").isFalse();
        assertThat(known.isAlive()).as("the process itself").isTrue();
        known.stop();
        assertThat(known.isAlive()).isFalse();
    }

    @Test
    void isFoundByAnArgumentWhenNobodyWroteItDown() throws IOException {
        String argument = "if=" + folder.resolve("pipe");
        Commands.run(Map.of(), List.of("mkfifo", folder.resolve("pipe").toString()));
        BackgroundProcess process =
                BackgroundProcess.start(
                        List.of("dd", argument), folder.resolve("log"), folder, System.getenv());

        assertThat(Poll.until(() -> BackgroundProcess.startedWith(argument).isPresent())).isTrue();
        BackgroundProcess.startedWith(argument).orElseThrow().stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(BackgroundProcess.startedWith(argument)).isEmpty();
    }

    @Test
    void writesToItsLogAndInheritsNothingButWhatItIsGiven() throws IOException {
        Path log = folder.resolve("log");
        BackgroundProcess process =
                BackgroundProcess.start(
                        List.of("/usr/bin/env"), log, folder, Map.of("ONLY", "this"));

        assertThat(Poll.until(() -> !process.isAlive())).isTrue();
        assertThat(Files.readAllLines(log))
                .contains("ONLY=this")
                .noneMatch(l -> l.startsWith("HOME="));
    }
}
