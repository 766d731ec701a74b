package dev.modmon.cli.command;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Style;
import dev.modmon.cli.console.Table;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.api.StatusReport.ClusterStatus;
import dev.modmon.core.api.StatusReport.EnvironmentStatus;
import dev.modmon.core.api.StatusReport.ServiceStatus;
import java.util.List;

/// What runs, as a person reads it.
final class StatusText {
    private final Console console;

    StatusText(Console console) {
        this.console = console;
    }

    void print(StatusReport report) {
        ClusterStatus cluster = report.cluster();
        console.print(
                "%s: modmon-server %s, engine %s, %s of %s ready"
                        .formatted(
                                report.project(),
                                cluster.server(),
                                cluster.engine(),
                                cluster.readyNodes(),
                                Words.count(cluster.nodes(), "node")));
        if (report.environments().isEmpty()) {
            console.print("");
            console.print("Nothing is deployed yet. 'modmon deploy ENV' does that.");
        }
        report.environments().forEach(this::print);
    }

    private void print(EnvironmentStatus environment) {
        console.print("");
        console.print(headline(environment));
        if (environment.services().isEmpty()) {
            return;
        }
        List<String> lines = table(environment.services()).lines(console.width());
        console.print(lines.getFirst());
        for (int i = 0; i < environment.services().size(); i++) {
            ServiceStatus service = environment.services().get(i);
            String line = lines.get(i + 1);
            console.print(isWell(service) ? line : console.painted(Style.RED, line));
        }
        environment.services().stream()
                .filter(service -> !service.note().isEmpty())
                .forEach(service -> console.print("  " + service.name() + ": " + service.note()));
    }

    private String headline(EnvironmentStatus environment) {
        String release =
                environment.release() == null
                        ? "no completed release"
                        : "release " + environment.release();
        String commit =
                environment.commit() == null
                        ? ""
                        : ", commit " + Words.shortCommit(environment.commit());
        String rollout = environment.rollout() == null ? "" : ", a rollout is under way";
        return console.painted(Style.BOLD, environment.name())
                + " (%s%s%s)".formatted(release, commit, rollout);
    }

    private static Table table(List<ServiceStatus> services) {
        Table table = new Table("SERVICE", "RUNNING", "RELEASE", "IMAGE", "PORTS");
        for (ServiceStatus service : services) {
            table.row(
                    service.name(),
                    service.running() + "/" + service.desired(),
                    service.release() == null ? "-" : service.release().toString(),
                    Words.shortImage(service.image()),
                    String.join(" ", service.ports()));
        }
        return table;
    }

    private static boolean isWell(ServiceStatus service) {
        return service.running() >= service.desired();
    }
}
