package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quickstart on machines in every state that a newcomer's may be in. They take long: `bin/check --blank`.
@NullMarked
@Tag("blank")
class BlankMachineDockerTests {
    private static final String MODMON = "./modmon";
    private static final Duration REACHES_A_STEP_WITHIN = Duration.ofMinutes(5);

    private static final String INSTALL =
            """
            export DEBIAN_FRONTEND=noninteractive
            apt-get -qq update
            apt-get -qq --yes --no-install-recommends install %s >/dev/null
            """;

    @TempDir Path folder;

    @Test
    void needsNothingButThisRepository() {
        try (Node node = Node.start("trixie").withSources()) {
            SortedSet<String> before = node.picture();

            node.run(MODMON, "quickstart", "--yes").expectExit(0);
            assertThat(node.page(8080)).contains("Modmon quickstart");

            node.run(MODMON, "quickstart", "--remove").expectExit(0);
            node.expectPicture(before);
        }
    }

    @Test
    void leavesAnEngineAsItFoundIt() {
        try (Node node = Node.start("trixie").withDistribution()) {
            node.shell(INSTALL.formatted("openjdk-25-jdk-headless git docker.io docker-cli"));

            node.shell("systemctl stop docker.socket docker containerd");
            triesAndRemoves(node, "inactive");

            node.shell("systemctl start docker");
            triesAndRemoves(node, "inactive");

            node.shell("docker swarm init --advertise-addr 127.0.0.1");
            triesAndRemoves(node, "active");
        }
    }

    private static void triesAndRemoves(Node node, String swarm) {
        String engine =
                "systemctl is-active docker.socket docker containerd"
                        + "; if systemctl --quiet is-active docker"
                        + "; then docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.NodeID}}'; docker network ls --quiet"
                        + "; fi";
        String found = node.shell(engine);
        SortedSet<String> before = node.picture();

        Run run = node.run(MODMON, "quickstart", "--yes").expectExit(0);
        assertThat(run.err()).doesNotContain("Installing");
        assertThat(node.shell("docker info --format '{{.Swarm.LocalNodeState}}'"))
                .isEqualTo("active");

        node.run(MODMON, "quickstart", "--remove").expectExit(0);
        assertThat(node.shell(engine)).isEqualTo(found);
        if (found.contains("active ")) {
            assertThat(found).contains(swarm);
        }
        node.expectPicture(before);
    }

    @Test
    void installsNothingForAnOrdinaryUser() {
        try (Node node = Node.start("trixie").withDistribution()) {
            node.shell(INSTALL.formatted("openjdk-25-jdk-headless git docker.io"));
            node.shell(
                    "useradd --create-home --groups docker user && cp -r %s /home/user/modmon"
                            .formatted(Node.CHECKOUT));
            node.shell("chown -R user: /home/user/modmon");
            SortedSet<String> before = node.picture();

            Run run = asUser(node, "quickstart").expectExit(0);
            assertThat(run.err()).contains("+ swarm").doesNotContain("+ engine");
            assertThat(node.page(8080)).contains("Modmon quickstart");
            assertThat(node.picture().stream().filter(thing -> thing.startsWith("package ")))
                    .containsExactlyElementsOf(
                            before.stream().filter(thing -> thing.startsWith("package ")).toList());

            asUser(node, "quickstart --remove").expectExit(0);
            node.expectPicture(before);
        }
    }

    private static Run asUser(Node node, String words) {
        return node.run("su", "--login", "user", "--command", "cd modmon && ./modmon " + words);
    }

    /// What has begun when it is killed, as its record names it.
    @Test
    void leavesNothingHalfDoneWhenItIsKilled() {
        try (Node node = Node.start("trixie").withDistribution()) {
            node.shell(INSTALL.formatted("openjdk-25-jdk-headless"));
            SortedSet<String> before = node.picture();
            for (String mark :
                    List.of(
                            "GitInstalled",
                            "EngineInstalled",
                            "SwarmMade",
                            "ServerStarted",
                            "ImagesLoaded",
                            "StackDeployed")) {
                killAt(node, mark);
                node.run(MODMON, "quickstart", "--remove").expectExit(0);
                node.expectPicture(before);
            }
            for (String mark :
                    List.of("EngineInstalled", "SwarmMade", "ServerStarted", "StackDeployed")) {
                killAt(node, mark);
            }
            node.run(MODMON, "quickstart", "--yes").expectExit(0);
            assertThat(node.page(8080)).contains("Modmon quickstart");
            node.run(MODMON, "quickstart", "--remove").expectExit(0);
            node.expectPicture(before);
        }
    }

    /// As if the power went: the quickstart, and the package installation it waits for.
    private void killAt(Node node, String mark) {
        Path log = folder.resolve(mark + ".log");
        Process process = node.begin(log, MODMON, "quickstart", "--yes");
        Programs.await(
                "the quickstart comes to " + mark,
                REACHES_A_STEP_WITHIN,
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The quickstart ended before " + mark);
                    }
                    return node.run("grep", "-q", mark, "/root/.modmon/quickstart/state.json")
                                    .exit()
                            == 0;
                });
        if (mark.endsWith("Installed")) {
            Programs.await(
                    "packages are unpacked",
                    REACHES_A_STEP_WITHIN,
                    () -> node.run("pgrep", "--exact", "dpkg").exit() == 0);
        }
        node.shell("pkill -KILL -f modmon-cli[.]jar; pkill -KILL apt-get; pkill -KILL dpkg; true");
        Programs.stop(process);
    }
}
