package dev.modmon.core.api;

import java.util.List;

/// Images that were loaded into a node's engine, such as `app:1.2`.
public record ImagesReport(List<String> loaded) {
    public ImagesReport {
        loaded = List.copyOf(loaded);
    }
}
