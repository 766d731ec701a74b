package dev.modmon.cli.command;

import dev.modmon.cli.console.Console;
import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.StatusReport;
import java.util.List;

/// Prints what a cluster with something on it would answer, for the build's training, whose cluster is empty.
public final class SampleAnswers {
    private SampleAnswers() {}

    public static void print(Console console) {
        new StatusText(console).print(status());
        new DeployText(console, false).print(deployment());
    }

    private static StatusReport status() {
        return new StatusReport(
                "sample",
                new StatusReport.ClusterStatus("1.0", "1.0", 1, 1),
                false,
                List.of(
                        new StatusReport.EnvironmentStatus(
                                "local",
                                1L,
                                "0123456789abcdef",
                                null,
                                List.of(service("web", 1, ""), service("db", 0, "Is starting.")))));
    }

    private static StatusReport.ServiceStatus service(String name, int running, String note) {
        return new StatusReport.ServiceStatus(
                name, "sample:v1", 1, running, 1L, List.of("8080->80/tcp"), note);
    }

    private static DeployReport deployment() {
        return new DeployReport(
                Outcome.REVERTED,
                "sample",
                "local",
                2,
                "web is unhealthy.",
                1.5,
                List.of(
                        new DeployReport.ServiceReport(
                                "web", "failed", "sample:v1", "is unhealthy", List.of("a line"))));
    }
}
