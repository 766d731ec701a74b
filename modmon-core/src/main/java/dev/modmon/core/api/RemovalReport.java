package dev.modmon.core.api;

import java.util.List;

/// What was removed, such as `service web`, `network default`, `volume data`.
public record RemovalReport(List<String> removed) {
    public RemovalReport {
        removed = List.copyOf(removed);
    }
}
