package dev.modmon.core.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The names that an expression may use, such as `ENV` and `DB`.
public final class Scope {
    private final Map<String, Value> names;

    private Scope(Map<String, Value> names) {
        this.names = names;
    }

    public static Scope of(Map<String, ? extends Value> names) {
        return new Scope(new TreeMap<>(names));
    }

    /// This scope with one more name, or another value for it.
    public Scope with(String name, Value value) {
        Map<String, Value> changed = new TreeMap<>(names);
        changed.put(name, value);
        return new Scope(changed);
    }

    Optional<Value> get(String name) {
        return Optional.ofNullable(names.get(name));
    }

    Set<String> names() {
        return names.keySet();
    }
}
