package dev.modmon.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.modmon.cli.TestConsole;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.project.Inspection;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.compose.EndpointMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.project.Script;
import dev.modmon.core.project.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleIntegrationTests {
    private static final EnvironmentName LOCAL = new EnvironmentName("local");

    @TempDir Path folder;
    private Trail trail;
    private KeyStep key;
    private ExampleStep example;
    private Path repo;

    @BeforeEach
    void prepare() {
        Site site =
                new Site(
                        folder.resolve("home"),
                        folder.resolve("dist"),
                        System.getenv(),
                        TestConsole.piped().console(),
                        true);
        repo = folder.resolve("my-example");
        trail = Trail.at(site.stateFile());
        key = new KeyStep(site, trail);
        example = new ExampleStep(site, trail, key, repo);
        key.apply();
        trail.record(
                new Mark.ServerStarted(
                        new BackgroundProcess(1, "2026-11-22T12:00:00Z"),
                        7180,
                        7133,
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHV3c2VkIGZvciB0aGUgZG9jdW1lbnRhdGlvbiBvbmx5"));
    }

    @Test
    void isAValidProjectThatReachesTheServer() {
        example.apply();

        Workspace workspace = Workspace.load(repo);
        assertThat(Inspection.of(repo).withRest().diagnostics()).isEmpty();
        assertThat(workspace.name().value()).isEqualTo("my-example");
        assertThat(workspace.cluster(LOCAL).master().port()).isEqualTo(7133);
        assertThat(example.present()).isPresent();
    }

    @Test
    void compilesToServicesThatNeedNoVirtualAddresses() {
        example.apply();

        CompiledStack compiled =
                Workspace.load(repo)
                        .compile(
                                LOCAL,
                                ImageTags.of(
                                        Map.of(
                                                new RepoName("web"), new ImageTag("v1"),
                                                new RepoName("counter"), new ImageTag("v1"))),
                                warnings -> assertThat(warnings).isEmpty());

        assertThat(compiled.stack().services())
                .hasSize(2)
                .extracting(ServiceSpec::endpointMode)
                .containsOnly(EndpointMode.DNSRR);
        ServiceSpec web = compiled.stack().service(new ServiceName("web")).orElseThrow();
        assertThat(web.dependsOn()).containsKey(new ServiceName("counter"));
        assertThat(web.container().environment().get("COUNTER_URL").text())
                .isEqualTo("http://counter:8080");
        assertThat(web.container().environment().get("LOG_LEVEL").text()).isEqualTo("debug");
        assertThat(compiled.secrets())
                .containsExactly(
                        new SecretRef.Script(Script.appKey().name(), Script.appKey().generator()));
    }

    @Test
    void isRemovedWhenNobodyChangedIt() {
        example.apply();

        assertThat(example.undo())
                .hasValueSatisfying(said -> assertThat(said).startsWith("Removed"));
        assertThat(repo).doesNotExist();
        assertThat(trail.find(Mark.ExampleMade.class)).isEmpty();
        assertThat(example.undo()).isEmpty();
    }

    @Test
    void isKeptWhenSomebodyChangedIt() throws IOException {
        example.apply();
        Files.writeString(repo.resolve("mine.txt"), "precious");

        assertThat(example.undo()).hasValueSatisfying(said -> assertThat(said).startsWith("Kept"));
        assertThat(repo.resolve("mine.txt")).hasContent("precious");
    }

    @Test
    void leavesAFolderAloneThatHasSomethingInIt() throws IOException {
        Files.createDirectory(repo);
        Files.writeString(repo.resolve("mine.txt"), "precious");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(example::apply)
                .withMessageContaining("There is something in");
        assertThat(example.undo()).isEmpty();
        assertThat(repo.resolve("mine.txt")).hasContent("precious");
    }

    @Test
    void keyIsOnlyItsOwnersAndGoesAway() throws IOException {
        Path file = folder.resolve("home/keys/quickstart");

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("home/quickstart/server/admins"))
                .isDirectoryContaining(p -> true);
        assertThat(key.present()).isPresent();
        key.undo();
        assertThat(file).doesNotExist();
        assertThat(Path.of(file + ".pub")).doesNotExist();
    }
}
