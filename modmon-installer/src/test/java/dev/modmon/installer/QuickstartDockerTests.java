package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a newcomer does first, on machines that have nothing.
@NullMarked
class QuickstartDockerTests {
    private static final String MODMON = "./modmon";

    @Test
    void runsTheExampleOnABlankMachineAndLeavesItAsItWas() {
        try (Node node = Node.start("trixie").withDistribution()) {
            SortedSet<String> before = node.picture();
            asksBeforeItChangesAnything(node, before);

            Run first = node.run(MODMON, "quickstart", "--yes").expectExit(0);
            assertThat(first.err()).contains("+ git").contains("+ engine").contains("+ swarm");
            assertThat(first.out())
                    .contains("open http://127.0.0.1:8080")
                    .contains("deploy local --tag web=v2");
            assertThat(node.page(8080)).contains("Modmon quickstart").contains("v1");

            changesNothingWhenItRunsAgain(node);
            worksOnTheExample(node);

            node.run(MODMON, "quickstart", "--remove").expectExit(0);
            node.expectPicture(before);
            assertThat(node.run(MODMON, "quickstart", "--remove").expectExit(0).out())
                    .isEqualTo("There is no quickstart to remove.\n");
            node.expectPicture(before);
        }
    }

    private static void asksBeforeItChangesAnything(Node node, SortedSet<String> before) {
        Run nobody = node.run(MODMON, "quickstart").expectExit(2);
        assertThat(nobody.err().lines()).singleElement().asString().contains("--yes");

        Run declined = node.answering("n", "./modmon quickstart").expectExit(1);
        assertThat(declined.out())
                .contains("Install the package openjdk-25-jdk-headless? [y/N]")
                .contains("no JDK 25 or newer found: install the package openjdk-25-jdk-headless");
        node.expectPicture(before);
    }

    private static void changesNothingWhenItRunsAgain(Node node) {
        String processes = "pgrep --exact java"; // those of the tasks, and the server's
        String running = node.shell(processes);
        SortedSet<String> deployed = node.picture();

        Run second = node.run(MODMON, "quickstart", "--yes").expectExit(0);

        assertThat(second.err().lines().filter(line -> line.startsWith("+"))).isEmpty();
        assertThat(second.err()).contains("(was there)");
        assertThat(node.shell(processes)).isEqualTo(running).isNotEmpty();
        node.expectPicture(deployed);
    }

    private static void worksOnTheExample(Node node) {
        JsonNode status =
                node.run(MODMON, "-C", "modmon-quickstart", "status", "--json")
                        .expectExit(0)
                        .json();
        assertThat(status.get("healthy").booleanValue()).isTrue();
        assertThat(node.run(MODMON, "-C", "modmon-quickstart", "plan", "local").expectExit(0).out())
                .contains("Nothing to change");
        node.run(MODMON, "-C", "modmon-quickstart", "deploy", "local", "--tag", "web=v2", "--yes")
                .expectExit(0);
        assertThat(node.page(8080)).contains("v2");
    }

    @Test
    void tellsHowToGetAJdkWhereThePackagesHaveNone() {
        try (Node node = Node.start("bookworm").withSources()) {
            SortedSet<String> before = node.picture();

            Run run = node.run(MODMON, "quickstart", "--yes").expectExit(1);

            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .isEqualTo(
                            "no JDK 25 or newer found: install one (Temurin 25, or: sdk install java), or set JAVA_HOME to one");
            node.expectPicture(before);
        }
    }
}
