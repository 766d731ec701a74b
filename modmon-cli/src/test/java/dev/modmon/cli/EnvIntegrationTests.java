package dev.modmon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.cluster.FakeCluster.Mood;
import dev.modmon.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvIntegrationTests {
    private static final String SECRETS = ".modmon/secrets/staging.env";

    @TempDir Path folder;
    private final TestConsole console = TestConsole.piped();

    private Shop shop() {
        return Shop.in(folder, Mood.WELL, console);
    }

    @Test
    void saysWhereASecretComesFromAndNeverShowsIt() throws IOException {
        Shop shop = shop().committed().write(SECRETS, "# mail\nmail_password=hunter2\n");
        Files.setPosixFilePermissions(
                shop.root().resolve(SECRETS), PosixFilePermissions.fromString("rw-------"));

        assertThat(shop.run("env", "staging", "web")).isEqualTo(ExitCode.DONE);
        shop.with("MODMON_SECRET_MAIL_PASSWORD", "hunter3").run("env", "staging", "web", "--json");

        assertThat(console.out())
                .contains("SECRETS['mail_password'] (" + SECRETS + ":2)")
                .contains("\"source\" : \"MODMON_SECRET_MAIL_PASSWORD\"")
                .doesNotContain("hunter");
        assertThat(shop.cluster().asked()).isEmpty();
    }

    @Test
    void needsNoGitRepository() {
        assertThat(shop().run("env", "staging")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void showsValuesOfSeveralLinesInOne() {
        Shop shop = shop().write(".env/staging.env", "A=\"x\ny\u001b[31m\"\nB=$A-{{TAG}}\n");

        assertThat(shop.run("env", "staging", "web", "--tag", "web=v2")).isEqualTo(ExitCode.DONE);

        assertThat(console.out()).contains("x␊y␛[31m-v2", ".env/staging.env:1");
    }
}
