package dev.modmon.cli.command;

import dev.modmon.cli.console.Style;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.PlanReport.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// A plan as a person reads it.
final class PlanText {
    private static final String INDENT = "  ";
    private static final String DETAIL = " ".repeat(15);

    private final BiFunction<Style, String, String> paint;

    /// @param paint as the stream that it goes to wants it
    PlanText(BiFunction<Style, String, String> paint) {
        this.paint = paint;
    }

    List<String> lines(PlanReport plan) {
        List<String> lines = new ArrayList<>();
        if (!plan.changes()) {
            lines.add(
                    "Nothing to change: '%s' runs as commit %s wants it."
                            .formatted(plan.environment(), Words.shortCommit(plan.commit())));
            return lines;
        }
        plan.steps().forEach(step -> addStep(lines, step));
        if (!plan.unchanged().isEmpty()) {
            lines.add(
                    paint.apply(
                            Style.DIM,
                            INDENT + "  unchanged  " + String.join(", ", plan.unchanged())));
        }
        return lines;
    }

    private void addStep(List<String> lines, PlannedStep step) {
        switch (step.action()) {
            case "create-network" ->
                    lines.add(line(Style.GREEN, "+", "create", "network " + step.target()));
            case "create-config" ->
                    lines.add(line(Style.GREEN, "+", "create", "config " + step.target()));
            case "create-secret" ->
                    lines.add(line(Style.GREEN, "+", "create", "secret " + step.target()));
            case "remove-config" ->
                    lines.add(line(Style.RED, "-", "remove", "config " + step.target()));
            case "remove-secret" ->
                    lines.add(line(Style.RED, "-", "remove", "secret " + step.target()));
            case "create" -> lines.add(line(Style.GREEN, "+", "create", step.target()));
            case "update" ->
                    lines.add(line(Style.YELLOW, "~", "update", step.target() + effect(step)));
            case "replace" ->
                    lines.add(line(Style.YELLOW, "±", "replace", step.target() + effect(step)));
            case "remove" -> lines.add(line(Style.RED, "-", "remove", step.target()));
            case "await" -> {
                // Every change is waited for; it need not be said.
            }
            default -> lines.add(line(Style.BOLD, "?", step.action(), step.target()));
        }
        if (!step.downtime().isEmpty()) {
            lines.add(paint.apply(Style.DIM, DETAIL + step.downtime()));
        }
        step.changes().forEach(change -> lines.add(change(change)));
    }

    private String line(Style style, String mark, String action, String target) {
        return INDENT
                + paint.apply(style, mark)
                + " "
                + action
                + " ".repeat(Math.max(1, 11 - action.length()))
                + target;
    }

    private String effect(PlannedStep step) {
        if (!step.downtime().isEmpty()) {
            return paint.apply(Style.RED, "  down for a moment");
        }
        return step.restarts() ? paint.apply(Style.DIM, "  restarts") : "";
    }

    private static String change(PlanReport.PlannedChange change) {
        return DETAIL
                + "%s  %s → %s"
                        .formatted(change.field(), value(change.before()), value(change.after()));
    }

    private static String value(String text) {
        return text.isEmpty() ? "(none)" : text;
    }
}
