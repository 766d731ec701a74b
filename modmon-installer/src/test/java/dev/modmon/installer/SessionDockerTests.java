package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.installer.Installation.Door;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `modmon` without a command, in a terminal.
@NullMarked
class SessionDockerTests {
    @RegisterExtension static final Installation installation = Installation.with(Door.EMBEDDED);

    @Test
    void answersCommandsUntilItIsToldToExit() {
        MasterRepo repo = installation.newRepo();
        repo.write(
                        ".modmon/modmon.yaml",
                        "version: 1.0\nname: %s\nenvironments:\n  local:\n"
                                .formatted(repo.project()))
                .commit("First");

        try (Terminal terminal = Terminal.open(installation.programs(), repo)) {
            terminal.awaitText("> ");
            terminal.type("status");
            String status = terminal.awaitText("> ");
            terminal.type("stauts");
            String mistyped = terminal.awaitText("> ");
            terminal.type("exit");

            assertThat(status).contains(repo.project()).contains("modmon-server");
            assertThat(mistyped).contains("Unknown command 'stauts'").contains("status");
            assertThat(terminal.awaitExit()).isZero();
        }
    }
}
