package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.DeployReport.ServiceReport;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.api.StatusReport;
import dev.modmon.installer.Installation.Door;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The main job with the built distribution: from a master repo to a stack that runs.
@NullMarked
@Execution(ExecutionMode.CONCURRENT)
class DeploymentDockerTests {
    private static final Map<String, String> SECRETS =
            Map.of(
                    "MODMON_SECRET_MAIL_HOST", "mail.example.com",
                    "MODMON_SECRET_MAIL_USERNAME", "mailer",
                    "MODMON_SECRET_MAIL_PASSWORD", "not-for-anyone");

    @RegisterExtension static final Installation installation = Installation.with(Door.EMBEDDED);

    @Test
    void deploysTheProjectOfTheIntroduction() {
        MasterRepo repo = installation.newRepo();
        int port = Programs.freePorts(1).getFirst();
        repo.writeIntroduction(Installation.EXAMPLE, port);
        repo.commit("First");

        installation.modmon(repo, "validate").expectExit(0);
        installation.modmon(repo, "compile", "staging", "--tag", "my-app=v1").expectExit(0);
        DeployReport report =
                installation
                        .modmon(
                                repo,
                                SECRETS,
                                "deploy",
                                "staging",
                                "--tag",
                                "my-app=v1",
                                "--yes",
                                "--json")
                        .expectExit(0)
                        .as(DeployReport.class);
        StatusReport status =
                installation.modmon(repo, "status", "--json").expectExit(0).as(StatusReport.class);

        assertThat(report.outcome()).as(report.reason()).isEqualTo(Outcome.COMPLETED);
        assertThat(repo.read("docker-stack.yaml")).doesNotContain("not-for-anyone");
        assertThat(status.healthy()).isTrue();
        assertThat(status.environments().getFirst().services())
                .extracting(StatusReport.ServiceStatus::name)
                .containsExactlyInAnyOrder("cache", "elasticsearch", "postgres", "redis", "web");
        assertThat(status.environments().getFirst().services())
                .allSatisfy(service ->
                        assertThat(service.running())
                                .as(service.name())
                                .isEqualTo(service.desired())
                                .isPositive());
        assertThat(installation.programs().run("curl", "-fsS", "http://127.0.0.1:" + port).out())
                .isEqualTo("v1\n");
    }

    @Test
    void plansNothingForAStackThatPlainDockerDeployedFromTheCompiledFile() {
        MasterRepo repo = withClient();
        installation.modmon(repo, "compile", "local", "--tag", "web=v1").expectExit(0);
        installation.docker(
                "stack",
                "deploy",
                "--compose-file",
                repo.root().resolve("docker-stack.yaml").toString(),
                repo.project() + "-local");

        PlanReport plan =
                installation
                        .modmon(repo, "plan", "local", "--tag", "web=v1", "--json")
                        .expectExit(0)
                        .as(PlanReport.class);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.changes()).isFalse();
        assertThat(plan.unchanged()).containsExactlyInAnyOrder("cache", "watch", "web");
    }

    @Test
    void restartsNothingWhenTheSameCommitIsDeployedAgain() {
        MasterRepo repo = withClient();
        deploy(repo, "v1").expectExit(0);
        List<String> before = tasks(repo);

        DeployReport again = deploy(repo, "v1").expectExit(0).as(DeployReport.class);

        assertThat(again.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(again.services()).extracting(ServiceReport::result).containsOnly("unchanged");
        assertThat(tasks(repo)).isEqualTo(before).isNotEmpty();
    }

    @Test
    void goesBackToThePreviousVersionWhenTheNewOneStaysUnhealthy() {
        MasterRepo repo = withClient();
        deploy(repo, "v1").expectExit(0);
        List<String> before = tasks(repo, "web");

        Run failed =
                installation
                        .modmon(repo, "deploy", "local", "--tag", "web=broken", "--yes")
                        .expectExit(1);

        assertThat(failed.out() + failed.err())
                .contains("web")
                .contains("unhealthy")
                .contains("app broken: cannot reach its database");
        assertThat(tasks(repo, "web")).isEqualTo(before);
        ReleaseReport.History history = releases(repo);
        assertThat(history.releases())
                .extracting(ReleaseReport::outcome)
                .containsExactly(Outcome.REVERTED, Outcome.COMPLETED);
        assertThat(history.releases().getFirst().reason()).contains("web");
        assertThat(status(repo).healthy()).isTrue();
        assertThat(seenByClient(repo)).isNotEmpty().containsOnly("v1");
    }

    @Test
    void bringsAnEarlierReleaseBack() {
        MasterRepo repo = withClient();
        deploy(repo, "v1").expectExit(0);
        deploy(repo, "v2").expectExit(0);

        DeployReport report =
                installation
                        .modmon(repo, "rollback", "local", "1", "--yes", "--json")
                        .expectExit(0)
                        .as(DeployReport.class);

        assertThat(report.outcome()).as(report.reason()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.release()).isEqualTo(3);
        assertThat(service(repo, "web").image()).startsWith(MasterRepo.image("app:v1"));
        assertThat(releases(repo).releases())
                .extracting(ReleaseReport::kind)
                .containsExactly("rollback", "deploy", "deploy");
    }

    /// `web` in two tasks, and `watch`, which asks it for its version all the time.
    private static MasterRepo withClient() {
        MasterRepo repo = installation.newRepo();
        repo.write(
                ".modmon/modmon.yaml",
                """
                version: 1.0
                name: %s
                environments:
                  local:
                repos:
                  web:
                    url: https://example.com/web.git
                    type: docker
                    image: %s
                    services:
                      web:
                        deploy:
                          replicas: 2
                          endpoint_mode: dnsrr
                        depends_on:
                          - cache
                swarm:
                  services:
                    cache:
                      image: %s
                    watch:
                      image: %s
                      command:
                        - sh
                        - -c
                        - 'trap "exit 0" TERM; while :; do timeout 2 wget -q -O - http://web:8080/ || echo none; sleep 0.2; done'
                      healthcheck:
                        disable: true
                      depends_on:
                        web:
                          condition: service_healthy
                """
                        .formatted(
                                repo.project(),
                                MasterRepo.image("app:{tag}"),
                                MasterRepo.image("redis:7"),
                                MasterRepo.image("app:v1")));
        return repo.write(".env/local.env", "GREETING=hello from {{ENV}}\n").commit("First");
    }

    private static Run deploy(MasterRepo repo, String tag) {
        return installation.modmon(
                repo, "deploy", "local", "--tag", "web=" + tag, "--yes", "--json");
    }

    private static StatusReport status(MasterRepo repo) {
        return installation.modmon(repo, "status", "--json").expectExit(0).as(StatusReport.class);
    }

    private static StatusReport.ServiceStatus service(MasterRepo repo, String name) {
        return status(repo).environments().getFirst().services().stream()
                .filter(service -> service.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static ReleaseReport.History releases(MasterRepo repo) {
        return installation
                .modmon(repo, "releases", "local", "--json")
                .expectExit(0)
                .as(ReleaseReport.History.class);
    }

    /// What the client inside the stack was answered.
    private static List<String> seenByClient(MasterRepo repo) {
        String task = tasks(repo, "watch").getFirst();
        return installation.docker("service", "logs", "--raw", task).out().lines().toList();
    }

    private static List<String> tasks(MasterRepo repo) {
        return List.of("cache", "watch", "web").stream()
                .flatMap(service -> tasks(repo, service).stream())
                .toList();
    }

    private static List<String> tasks(MasterRepo repo, String service) {
        return installation
                .docker(
                        "service",
                        "ps",
                        "--quiet",
                        "--filter",
                        "desired-state=running",
                        "%s-local_%s".formatted(repo.project(), service))
                .out()
                .lines()
                .sorted()
                .toList();
    }
}
