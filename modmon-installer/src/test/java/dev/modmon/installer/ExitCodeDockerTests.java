package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.installer.Installation.Door;
import dev.modmon.installer.Installation.SshServer;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What scripts go by when something is wrong.
@NullMarked
class ExitCodeDockerTests {
    @RegisterExtension static final Installation installation = Installation.with(Door.EMBEDDED);

    @TempDir Path directory;

    @Test
    void isTwoForWrongUsage() {
        MasterRepo repo = installation.newRepo().commitCache();

        Run unknownCommand = installation.modmon(repo, "deplyo", "local").expectExit(2);
        Run unknownOption = installation.modmon(repo, "deploy", "local", "--fast").expectExit(2);
        installation.modmon(repo, "deploy").expectExit(2);

        assertThat(unknownCommand.out()).isEmpty();
        assertThat(unknownCommand.err()).contains("deplyo").contains("deploy");
        assertThat(unknownOption.err()).contains("--fast");
    }

    @Test
    void isThreeForInvalidConfigurationWithEveryMistakeAtItsPlace() {
        MasterRepo repo = installation.newRepo();
        repo.write(
                        ".modmon/modmon.yaml",
                        """
                        version: 1.0
                        name: %s
                        environments:
                          local:
                          staging:
                        repos:
                          web:
                            url: https://example.com/web.git
                            type: docker
                            image: %s
                            services:
                              web:
                                depends_on:
                                  - cash
                        swarm:
                          services:
                            cache:
                              image: %s
                              imagee: redis
                        """
                                .formatted(
                                        repo.project(),
                                        MasterRepo.image("app:v1"),
                                        MasterRepo.image("redis:7")))
                .write(".env/local.env", "HOST={{SERVICES['cahce'].HOST}}\n")
                .commit("Wrong");

        Run text = installation.modmon(repo, "deploy", "local", "--yes").expectExit(3);
        JsonNode error = installation.modmon(repo, "validate", "--json").expectExit(3).json();

        assertThat(text.err() + text.out())
                .contains("modmon.yaml:14:")
                .contains("cash")
                .contains("modmon.yaml:19:")
                .contains("imagee")
                .contains("local.env:1:")
                .contains("cahce");
        assertThat(error.toString()).contains("cash", "imagee", "cahce", "staging.env");
        assertThat(services(repo)).isEmpty();
    }

    @Test
    void isThreeForTextThatIsNoYaml() {
        MasterRepo repo = installation.newRepo();
        repo.write(".modmon/modmon.yaml", "environments: [local\nrepos: {").commit("Wrong");

        Run run = installation.modmon(repo, "validate").expectExit(3);

        assertThat(run.err() + run.out()).contains("modmon.yaml:");
    }

    @Test
    void isFourForAClusterThatIsNotThere() {
        MasterRepo repo = installation.newRepo().commitCache();
        SshServer real = installation.sshServer();
        int nobody = Programs.freePorts(1).getFirst();
        Installation.writeCluster(repo, new SshServer(nobody, real.user(), real.hostKey()));

        Run run = installation.modmon(repo, "status").expectExit(4);

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("127.0.0.1").contains(String.valueOf(nobody));
    }

    @Test
    void isFourForAChangedHostKeyAndSaysSo() {
        MasterRepo repo = installation.newRepo().commitCache();
        SshServer real = installation.sshServer();
        String other = SshKeyPair.generate().publicKey().line();
        Installation.writeCluster(repo, new SshServer(real.port(), real.user(), other));

        Run run = installation.modmon(repo, "deploy", "local", "--yes").expectExit(4);

        assertThat(run.err()).containsIgnoringCase("host key");
        assertThat(services(repo)).isEmpty();
    }

    @Test
    void isFiveForAKeyThatTheClusterDoesNotKnow() throws IOException {
        MasterRepo repo = installation.newRepo().commitCache();
        Path key = directory.resolve("keys/stranger");
        Files.createDirectories(key.getParent());
        SshKeyPair.generate().write(key, "stranger");

        Run run =
                installation
                        .modmon(repo, Map.of("MODMON_HOME", directory.toString()), "status")
                        .expectExit(5);

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("127.0.0.1");
    }

    @Test
    void printsOneJsonObjectWhenAskedToWhateverHappens() {
        MasterRepo repo = installation.newRepo().commitCache();

        JsonNode usage = installation.modmon(repo, "plan", "--json").expectExit(2).json();
        JsonNode unknown =
                installation.modmon(repo, "plan", "nowhere", "--json").expectExit(2).json();
        repo.write(".modmon/modmon.yaml", "environments: [");
        JsonNode invalid =
                installation.modmon(repo, "plan", "local", "--json").expectExit(3).json();

        assertThat(usage.at("/error/code").stringValue()).isNotEmpty();
        assertThat(unknown.at("/error/message").stringValue()).contains("nowhere");
        assertThat(invalid.at("/error/diagnostics")).isNotEmpty();
    }

    private static String services(MasterRepo repo) {
        return installation
                .docker("service", "ls", "--quiet", "--filter", "name=" + repo.project() + "-")
                .out();
    }
}
