package dev.modmon.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.modmon.cli.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailIntegrationTests {
    @TempDir Path folder;

    private Trail trail() {
        return Trail.at(folder.resolve("quickstart/state.json"));
    }

    @Test
    void remembersEveryKindOfMarkUntilItIsForgotten() {
        List<Mark> marks =
                List.of(
                        new Mark.EngineInstalled(
                                List.of("docker.io"), List.of("/var/lib/docker"), true),
                        new Mark.GitInstalled(List.of("git", "git-man")),
                        new Mark.EngineStarted(
                                List.of("docker.service"),
                                new NetworkBefore(
                                        List.of("docker0"),
                                        List.of("iptables"),
                                        List.of("ip6tables"),
                                        true)),
                        new Mark.SwarmMade(),
                        new Mark.KeyMade("/home/me/.modmon/keys/quickstart"),
                        new Mark.ServerStarted(
                                new BackgroundProcess(8, "2026-11-22T12:00:00Z"),
                                7180,
                                7122,
                                "ssh-ed25519 AAAA"),
                        new Mark.ExampleMade("/tmp/x", "abc", 8080),
                        new Mark.ImagesLoaded(List.of("a:b")),
                        new Mark.StackDeployed("quickstart-local"));
        assertThat(marks).hasSameSizeAs(Mark.class.getPermittedSubclasses());

        marks.forEach(mark -> trail().record(mark));

        marks.forEach(mark ->
                assertThat(trail().find(mark.getClass()).map(Mark.class::cast)).contains(mark));
        marks.forEach(mark -> trail().forget(mark.getClass()));
        assertThat(trail().isEmpty()).isTrue();
    }

    @Test
    void refusesADamagedFileInsteadOfForgettingWhatWasDone() throws IOException {
        Files.createDirectory(folder.resolve("quickstart"));
        Files.writeString(folder.resolve("quickstart/state.json"), "{\"KeyMade\": ");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(this::trail)
                .withMessageContaining("cannot be read");
    }
}
