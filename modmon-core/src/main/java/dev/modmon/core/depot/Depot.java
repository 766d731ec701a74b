package dev.modmon.core.depot;

import dev.modmon.core.project.RepoName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The master repo's `.modmon/depot.yaml`.
///
/// @param items in the order of the file
public record Depot(SequencedMap<RepoName, DepotItem> items) {
    public static final String FILE = ".modmon/depot.yaml";

    public Depot {
        items = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(items));
    }

    public static Depot empty() {
        return new Depot(new LinkedHashMap<>());
    }
}
