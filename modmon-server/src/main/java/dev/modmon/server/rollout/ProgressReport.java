package dev.modmon.server.rollout;

import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.server.rollout.RolloutListener.ServiceState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tells a listener what changed, and only that.
final class ProgressReport {
    private final RolloutListener listener;
    private final Map<ServiceName, Line> told = new HashMap<>();

    ProgressReport(RolloutListener listener) {
        this.listener = listener;
    }

    private record Line(ServiceState state, int running, int desired, String text) {}

    void phase(RolloutListener.Phase phase, String text) {
        listener.phase(phase, text);
    }

    void tell(ServiceName service, ServiceState state, String text) {
        tell(service, new Line(state, 0, 0, text));
    }

    void tell(
            ServiceName service,
            Optional<ObservedService> observed,
            ServiceState state,
            String text) {
        var progress = observed.map(ServiceProgress::of);
        tell(
                service,
                new Line(
                        state,
                        progress.map(ServiceProgress::running).orElse(0),
                        progress.map(ServiceProgress::desired).orElse(0),
                        text));
    }

    private void tell(ServiceName service, Line line) {
        if (!line.equals(told.put(service, line))) {
            listener.service(service, line.state(), line.running(), line.desired(), line.text());
        }
    }
}
