package dev.modmon.cli.progress;

import dev.modmon.cli.console.Style;
import dev.modmon.core.api.JobEvent;

/// The state of one service in a few words.
final class ServiceLine {
    private ServiceLine() {}

    /// `starting 0/1, waits for its health check`
    static String text(JobEvent.Service service) {
        String counted =
                service.desired() == 0 && service.running() == 0
                        ? service.state()
                        : "%s %d/%d"
                                .formatted(service.state(), service.running(), service.desired());
        return service.text().isEmpty() ? counted : counted + ", " + service.text();
    }

    /// Whether nothing more is going to happen to it, for all that is known.
    static boolean isSettled(JobEvent.Service service) {
        return switch (service.state()) {
            case "healthy", "unchanged", "removed", "waiting" -> true;
            default -> false;
        };
    }

    static String mark(JobEvent.Service service) {
        return switch (service.state()) {
            case "healthy", "unchanged", "removed" -> "✓";
            case "failed" -> "✗";
            case "reverting", "reverted" -> "↩";
            default -> "•";
        };
    }

    static Style style(JobEvent.Service service) {
        return switch (service.state()) {
            case "healthy" -> Style.GREEN;
            case "unchanged", "removed", "waiting" -> Style.DIM;
            case "failed" -> Style.RED;
            case "reverting", "reverted" -> Style.YELLOW;
            default -> Style.CYAN;
        };
    }
}
