package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a container's output goes, as in Compose's `logging`.
public record LoggingSpec(String driver, SortedMap<String, String> options) {
    public LoggingSpec {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
}
