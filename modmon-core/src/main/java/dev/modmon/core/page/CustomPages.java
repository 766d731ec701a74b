package dev.modmon.core.page;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `custom_pages` of the master repo's `.modmon/project.yaml`; paths are relative to the repo's root.
///
/// @param error what visitors see when there is no page for the status code
/// @param maintenance what they see while the app is down on purpose
/// @param codes by status code
public record CustomPages(
        @Nullable String error, @Nullable String maintenance, SortedMap<StatusCode, String> codes) {
    public static final String FILE = ".modmon/project.yaml";

    public CustomPages {
        codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    }

    public static CustomPages none() {
        return new CustomPages(null, null, new TreeMap<>());
    }
}
