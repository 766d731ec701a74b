package dev.modmon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.cluster.FakeCluster.Mood;
import dev.modmon.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportIntegrationTests {
    @TempDir Path folder;

    private final TestConsole console = TestConsole.piped();
    private int runs;

    @BeforeEach
    void writeTheOriginal() throws IOException {
        write("app/docker-compose.yml", "services:\n  web:\n    image: nginx:1.27\n");
    }

    @Test
    void makesAValidMasterRepoInANewFolder() throws IOException {
        assertThat(run("import", "app/docker-compose.yml", "--into", "shop"))
                .isEqualTo(ExitCode.DONE);

        assertThat(console.out())
                .startsWith(
                        "Made the master repo of 'shop' in %s: 1 service.\n"
                                .formatted(folder.resolve("shop")))
                .contains("  .modmon/modmon.yaml\n  .gitignore\n")
                .endsWith("modmon compile local\n");
        assertThat(run("-C", folder.resolve("shop").toString(), "validate"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run("-C", folder.resolve("shop").toString(), "compile", "local"))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void worksInPlaceAndLeavesTheOriginalAsItIs() throws IOException {
        write("app/.gitignore", "node_modules");

        assertThat(
                        run(
                                "-C",
                                folder.resolve("app").toString(),
                                "import",
                                "docker-compose.yml",
                                "--environment",
                                "prod"))
                .isEqualTo(ExitCode.DONE);

        assertThat(names("app")).containsExactly(".gitignore", ".modmon", "docker-compose.yml");
        assertThat(folder.resolve("app/.gitignore"))
                .content()
                .startsWith("node_modules\n/depot/\n/docker-stack.yaml\n");
        assertThat(folder.resolve("app/.modmon/modmon.yaml")).content().contains("\n  prod:\n");
    }

    @Test
    void copiesAScriptAsOne() throws IOException {
        write(
                "app/docker-compose.yml",
                "services:\n  web: {image: nginx, volumes: ['./start.sh:/start.sh']}\n");
        write("app/start.sh", "exec nginx\n");
        assertThat(folder.resolve("app/start.sh").toFile().setExecutable(true)).isTrue();

        assertThat(run("import", "app/docker-compose.yml", "--into", "shop"))
                .isEqualTo(ExitCode.DONE);

        assertThat(folder.resolve("shop/start.sh")).isExecutable().hasContent("exec nginx");
    }

    @Test
    void overwritesNothing() throws IOException {
        write("shop/.env/local.env", "MINE=1\n");
        write("app/.env", "THEIRS=1\n");

        assertThat(run("import", "app/docker-compose.yml", "--into", "shop"))
                .isEqualTo(ExitCode.USAGE);

        assertThat(console.err()).contains(".env/local.env").contains("--into DIR");
        assertThat(names("shop")).containsExactly(".env");
        assertThat(folder.resolve("shop/.env/local.env")).hasContent("MINE=1");
    }

    @Test
    void saysThatAnEnvFileStandsWhereTheFolderBelongs() throws IOException {
        write("app/.env", "THEIRS=1\n");

        assertThat(run("-C", folder.resolve("app").toString(), "import", "docker-compose.yml"))
                .isEqualTo(ExitCode.USAGE);

        assertThat(console.err()).contains("is a file already: .env");
        assertThat(names("app")).containsExactly(".env", "docker-compose.yml");
    }

    @Test
    void leavesNothingBehindWhenAFileCannotBeCopied() throws IOException {
        write("app/docker-compose.yml", "services:\n  web: {image: nginx, env_file: a.env}\n");
        write("app/a.env", "A=1\n");
        write("shop/README", "mine");
        Files.createDirectory(folder.resolve("shop/.gitignore"));

        assertThat(run("import", "app/docker-compose.yml", "--into", "shop"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(names("shop")).containsExactly(".gitignore", "README");
    }

    @Test
    void refusesWhatIsNotYamlWithItsPlace() throws IOException {
        write("app/docker-compose.yml", "services:\n  web: [\n");

        assertThat(run("import", "app/docker-compose.yml", "--into", "shop"))
                .isEqualTo(ExitCode.INVALID);

        assertThat(console.err()).contains("docker-compose.yml").contains("nothing was written");
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void tellsTheSameAsJson() {
        assertThat(run("import", "app/docker-compose.yml", "--into", "shop", "--json"))
                .isEqualTo(ExitCode.DONE);

        assertThat(console.out())
                .contains("\"project\" : \"shop\"")
                .contains("\"files\" : [ \".modmon/modmon.yaml\", \".gitignore\" ]")
                .contains("\"valid\" : true");
    }

    private ExitCode run(String... words) {
        List<String> line = new ArrayList<>(List.of("-C", folder.toString()));
        line.addAll(List.of(words));
        runs++;
        return Shop.in(folder.resolve("elsewhere-" + runs), Mood.WELL, console)
                .run(line.toArray(String[]::new));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private List<String> names(String of) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(of))) {
            return entries.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
