package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.StatusReport;
import dev.modmon.installer.Installation.Door;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same way in as on a real node: OpenSSH's own server, with the keys that modmon-server lets in.
@NullMarked
class OpenSshDockerTests {
    @RegisterExtension static final Installation installation = Installation.with(Door.OPENSSH);

    @Test
    void deploysThroughAnOrdinarySshServer() {
        MasterRepo repo = installation.newRepo().commitCache();

        DeployReport report =
                installation
                        .modmon(repo, "deploy", "local", "--yes", "--json")
                        .expectExit(0)
                        .as(DeployReport.class);
        StatusReport status =
                installation.modmon(repo, "status", "--json").expectExit(0).as(StatusReport.class);

        assertThat(report.outcome()).as(report.reason()).isEqualTo(Outcome.COMPLETED);
        assertThat(status.healthy()).isTrue();
        assertThat(status.environments().getFirst().services().getFirst().running()).isEqualTo(1);
    }

    @Test
    void givesAKeyNothingButTheDoor() {
        Installation.SshServer server = installation.sshServer();

        Run shell =
                installation
                        .programs()
                        .run(
                                "ssh",
                                "-F",
                                "/dev/null",
                                "-o",
                                "BatchMode=yes",
                                "-o",
                                "IdentitiesOnly=yes",
                                "-o",
                                "StrictHostKeyChecking=no",
                                "-o",
                                "UserKnownHostsFile=/dev/null",
                                "-i",
                                installation.key().toString(),
                                "-p",
                                String.valueOf(server.port()),
                                server.user() + "@127.0.0.1",
                                "id");

        assertThat(shell.out()).contains("\"token\"").doesNotContain("uid=");
    }
}
