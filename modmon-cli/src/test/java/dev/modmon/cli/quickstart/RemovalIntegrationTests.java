package dev.modmon.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.modmon.cli.TestConsole;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalIntegrationTests {
    @TempDir Path folder;
    private final TestConsole console = TestConsole.piped();

    private Site site() {
        return new Site(
                folder.resolve("home"), folder.resolve("dist"), Map.of(), console.console(), true);
    }

    /// A step that forgets its mark when it is undone, unless it cannot be.
    private record Fake(Trail trail, boolean stuck) implements Step {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Optional<String> present() {
            return trail.find(Mark.SwarmMade.class).map(_ -> "It is there.");
        }

        @Override
        public String apply() {
            trail.record(new Mark.SwarmMade());
            return "It is made.";
        }

        @Override
        public Optional<String> undo() {
            if (stuck) {
                throw new Failure(ExitCode.FAILED, "stuck", "It does not go.", "");
            }
            Optional<String> there = present();
            trail.forget(Mark.SwarmMade.class);
            return there.map(_ -> "It is gone.");
        }
    }

    private void remove(boolean stuck) {
        Site site = site();
        Trail trail = Trail.at(site.stateFile());
        new Removal(
                        site,
                        trail,
                        List.of(new Fake(trail, stuck)),
                        new Narration(console.console(), false))
                .run(false);
    }

    @Test
    void leavesNothingBehind() {
        Trail trail = Trail.at(site().stateFile());
        new Narration(console.console(), false).tell(List.of(new Fake(trail, false)));

        remove(false);

        assertThat(console.err()).isEqualTo("+ fake     It is made.\n- It is gone.\n");
        assertThat(console.out()).isEqualTo("The quickstart is gone; this machine is as it was.\n");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void keepsTheRecordOfWhatCouldNotBeUndone() {
        Trail.at(site().stateFile()).record(new Mark.SwarmMade());

        assertThatExceptionOfType(Failure.class).isThrownBy(() -> remove(true));

        assertThat(Trail.at(site().stateFile()).find(Mark.SwarmMade.class)).isPresent();
    }

    @Test
    void keepsWhatIsTheUsersOwn() throws IOException {
        Path own = Files.createDirectories(folder.resolve("home/keys")).resolve("mine");
        Files.writeString(own, "key");
        Trail.at(site().stateFile()).record(new Mark.SwarmMade());

        remove(false);

        assertThat(own).exists();
        assertThat(folder.resolve("home/quickstart")).doesNotExist();
    }

    @Test
    void saysWhenThereIsNothingToRemove() {
        remove(false);

        assertThat(console.out()).isEqualTo("There is no quickstart to remove.\n");
    }

    @Test
    void aSecondRunDoesNothingAndSaysSo() {
        Trail trail = Trail.at(site().stateFile());
        Step step = new Fake(trail, false);
        Narration narration = new Narration(console.console(), false);
        narration.tell(List.of(step));

        List<Narration.Told> told = narration.tell(List.of(step));

        assertThat(told).containsExactly(new Narration.Told("fake", true, "It is there."));
        assertThat(console.err()).endsWith("✓ fake     It is there. (was there)\n");
    }
}
