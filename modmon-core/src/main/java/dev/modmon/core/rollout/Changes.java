package dev.modmon.core.rollout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Collects differences that all have, or all lack, the need to replace tasks.
record Changes(List<FieldChange> found, boolean restarts) {
    <T> void value(
            String field,
            @Nullable T before,
            @Nullable T after,
            Function<? super T, String> shown) {
        if (!Objects.equals(before, after)) {
            add(
                    field,
                    before == null ? "" : shown.apply(before),
                    after == null ? "" : shown.apply(after));
        }
    }

    <T> void value(String field, @Nullable T before, @Nullable T after) {
        value(field, before, after, String::valueOf);
    }

    void list(String field, List<String> before, List<String> after) {
        value(field, before, after, list -> String.join(" ", list));
    }

    /// One change for each key whose value differs, named `PREFIX.KEY`.
    <T> void entries(
            String prefix, Map<String, T> before, Map<String, T> after, Function<T, String> shown) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            value(prefix + "." + key, before.get(key), after.get(key), shown);
        }
    }

    void texts(String prefix, Map<String, String> before, Map<String, String> after) {
        entries(prefix, before, after, text -> text);
    }

    void add(String field, String before, String after) {
        found.add(new FieldChange(field, before, after, restarts));
    }
}
