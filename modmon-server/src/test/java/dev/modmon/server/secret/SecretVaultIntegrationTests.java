package dev.modmon.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretVaultIntegrationTests {
    private static final StackName STAGING =
            new StackName(new ProjectName("shop"), new EnvironmentName("staging"));
    private static final SecretRef PASSWORD =
            new SecretRef.DatabasePassword(
                    new DatabaseName("app_db"), new DatabaseUserName("app_user"));
    private static final SecretRef KEY =
            new SecretRef.Script(Script.appKey().name(), Script.appKey().generator());
    private static final SecretRef MAIL = new SecretRef.Given("mail");

    @TempDir Path directory;

    @Test
    void makesAValueOnceAndKeepsIt() {
        String made = new SecretVault(directory).made(STAGING, PASSWORD);

        assertThat(made).matches("[A-Za-z0-9_-]{32}");
        assertThat(new SecretVault(directory).made(STAGING, PASSWORD)).isEqualTo(made);
        assertThat(new SecretVault(directory).made(STAGING, KEY))
                .matches("base64:[A-Za-z0-9+/]{43}=");
    }

    @Test
    void makesEachEnvironmentItsOwn() {
        StackName production = new StackName(STAGING.project(), new EnvironmentName("production"));
        SecretVault vault = new SecretVault(directory);

        assertThat(vault.made(STAGING, KEY)).isNotEqualTo(vault.made(production, KEY));
    }

    @Test
    void keepsWhatIsGivenToItself() throws Exception {
        SecretVault vault = new SecretVault(directory);
        assertThat(vault.find(STAGING, MAIL)).isEmpty();

        vault.keep(STAGING, MAIL, "line one\nline two");

        assertThat(vault.find(STAGING, MAIL)).contains("line one\nline two");
        Path file = directory.resolve("shop/staging/MODMON_SECRET_MAIL");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
