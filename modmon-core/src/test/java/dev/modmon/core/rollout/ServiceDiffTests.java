package dev.modmon.core.rollout;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.ServiceSpecBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceDiffTests {
    @Test
    void namesFieldsInComposesWords() {
        ServiceSpec before = service("web").env("LOG_LEVEL", "info").port(80, 8080).build();
        ServiceSpec after =
                service("web")
                        .image("app:v2")
                        .env("LOG_LEVEL", "debug")
                        .env("NEW", "1")
                        .port(80, 9090)
                        .volume("data", "/data")
                        .build();

        assertThat(changes(before, after))
                .containsExactly(
                        new FieldChange("image", "app:v1", "app:v2", true),
                        new FieldChange("environment.LOG_LEVEL", "info", "debug", true),
                        new FieldChange("environment.NEW", "", "1", true),
                        new FieldChange("volumes./data", "", "volume data", true),
                        new FieldChange("ports.80/tcp", "8080 (ingress)", "9090 (ingress)", true));
    }

    @Test
    void knowsWhatRestartsNothing() {
        ServiceSpec before = service("web").build();
        ServiceSpec after = service("web").replicas(3).startFirst().label("team", "a").build();

        assertThat(changes(before, after))
                .extracting(FieldChange::field)
                .containsExactly(
                        "deploy.replicas",
                        "deploy.update_config.failure_action",
                        "deploy.update_config.order",
                        "deploy.labels.team");
        assertThat(changes(before, after)).noneMatch(FieldChange::restarts);
    }

    @Test
    void showsEachPartOfAHealthcheck() {
        ServiceSpec before = withHealthcheck(Duration.ofSeconds(30));
        ServiceSpec after = withHealthcheck(Duration.ofMillis(1500));

        assertThat(changes(before, after))
                .containsExactly(new FieldChange("healthcheck.interval", "30s", "1s500ms", true));
    }

    @Test
    void takesAHealthcheckThatSaysNothingForNone() {
        ServiceSpec empty =
                service("web")
                        .container(c ->
                                with(c, new Healthcheck(List.of(), null, null, null, null, null)))
                        .build();

        assertThat(changes(service("web").build(), empty)).isEmpty();
    }

    @Test
    void masksValuesThatAreOrBecomeSecret() {
        ServiceSpec before =
                service("web").secretEnv("OLD", "hunter2").env("BECOMES", "plain").build();
        ServiceSpec after =
                service("web").env("OLD", "public").secretEnv("BECOMES", "hunter3").build();

        assertThat(changes(before, after))
                .containsExactly(
                        new FieldChange("environment.BECOMES", "••••••", "••••••", true),
                        new FieldChange("environment.OLD", "••••••", "public", true));
    }

    @Test
    void masksEveryOldValueOfAServiceThatSomethingElseDeployed() {
        ObservedService foreign =
                Observations.observed(service("web").env("PASSWORD", "hunter2").build(), "");

        assertThat(ServiceDiff.between(foreign, service("web").env("PASSWORD", "new").build()))
                .containsExactly(new FieldChange("environment.PASSWORD", "••••••", "new", true));
        assertThat(ServiceDiff.between(foreign, service("web").build()))
                .containsExactly(new FieldChange("environment.PASSWORD", "••••••", "", true));
    }

    @Test
    void seesNoChangeWhenOnlyTheKnowledgeThatAValueIsSecretIsNew() {
        assertThat(
                        changes(
                                service("web").env("PASSWORD", "hunter2").build(),
                                service("web").secretEnv("PASSWORD", "hunter2").build()))
                .isEmpty();
    }

    @Test
    void ignoresDependenciesWhichTheEngineDoesNotKnow() {
        assertThat(changes(service("web").build(), service("web").dependsOn("db").build()))
                .isEmpty();
    }

    private static ServiceSpec withHealthcheck(Duration interval) {
        Healthcheck healthcheck =
                new Healthcheck(List.of("CMD", "true"), interval, null, null, null, null);
        return ServiceSpecBuilder.service("web").container(c -> with(c, healthcheck)).build();
    }

    private static ContainerSpec with(ContainerSpec c, Healthcheck healthcheck) {
        return new ContainerSpec(
                c.image(),
                c.entrypoint(),
                c.command(),
                c.environment(),
                c.files(),
                c.process(),
                c.isolation(),
                c.names(),
                healthcheck,
                c.logging(),
                c.labels());
    }

    private static List<FieldChange> changes(ServiceSpec before, ServiceSpec after) {
        return ServiceDiff.between(Observations.observed(before), after);
    }
}
