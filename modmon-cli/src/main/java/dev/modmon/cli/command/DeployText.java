package dev.modmon.cli.command;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Durations;
import dev.modmon.cli.console.Style;
import dev.modmon.cli.console.Table;
import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.DeployReport.ServiceReport;
import dev.modmon.core.api.Outcome;
import java.time.Duration;
import java.util.List;

/// How a deployment ended, as a person reads it.
final class DeployText {
    private final Console console;
    private final boolean quiet;

    DeployText(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    void print(DeployReport report) {
        console.print(headline(report));
        if (!quiet && !report.services().isEmpty()) {
            console.print("");
            table(report.services()).lines(console.width()).forEach(console::print);
        }
        if (report.outcome() != Outcome.COMPLETED) {
            report.services().stream()
                    .filter(service -> !service.reason().isEmpty())
                    .forEach(service -> explain(service, report.reason()));
            console.print("");
            next(report);
        }
    }

    private String headline(DeployReport report) {
        String which =
                "release %d of %s/%s"
                        .formatted(report.release(), report.project(), report.environment());
        String time = Durations.of(Duration.ofMillis(Math.round(report.seconds() * 1000)));
        String reason = report.reason().isEmpty() ? "" : "\n" + report.reason();
        return switch (report.outcome()) {
            case COMPLETED ->
                    "%s %s in %s.".formatted(word(Style.GREEN, "Completed:"), which, time);
            case REVERTED ->
                    "%s %s after %s; what ran before runs again.%s"
                            .formatted(word(Style.YELLOW, "Reverted:"), which, time, reason);
            case FAILED ->
                    "%s %s after %s.%s".formatted(word(Style.RED, "Failed:"), which, time, reason);
            case RUNNING -> "%s %s.".formatted(word(Style.BOLD, "Still running:"), which);
        };
    }

    private String word(Style style, String text) {
        return console.painted(style, text);
    }

    private static Table table(List<ServiceReport> services) {
        Table table = new Table("SERVICE", "RESULT", "IMAGE");
        services.forEach(s -> table.row(s.name(), s.result(), Words.shortImage(s.image())));
        return table;
    }

    /// What the headline said already is not said again.
    private void explain(ServiceReport service, String said) {
        console.print("");
        String name = console.painted(Style.BOLD, service.name());
        if (!said.contains(service.reason())) {
            String colon = Character.isLowerCase(service.reason().charAt(0)) ? "" : ":";
            console.print(name + colon + " " + service.reason());
        }
        if (!service.logs().isEmpty()) {
            console.print("Last lines of " + name + ":");
            service.logs().forEach(line -> console.print("  | " + line));
        }
    }

    private void next(DeployReport report) {
        report.services().stream()
                .filter(service -> !service.reason().isEmpty())
                .findFirst()
                .ifPresent(failed ->
                        console.print(
                                "Next: 'modmon logs %s -e %s' shows more of its log."
                                        .formatted(failed.name(), report.environment())));
        console.print(
                report.outcome() == Outcome.FAILED
                        ? "'modmon status %s' shows what runs now; 'modmon rollback %1$s' goes back."
                                .formatted(report.environment())
                        : "Mend it and deploy again; 'modmon releases %s' lists what was tried."
                                .formatted(report.environment()));
    }
}
