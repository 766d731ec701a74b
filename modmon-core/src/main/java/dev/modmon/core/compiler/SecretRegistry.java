package dev.modmon.core.compiler;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every secret that something named, by its placeholder.
final class SecretRegistry {
    private final SortedMap<String, SortedSet<SecretRef>> named = new TreeMap<>();

    /// Remembers the secret, and gives its placeholder.
    String placeholder(SecretRef secret) {
        named.computeIfAbsent(secret.placeholder(), _ -> new TreeSet<>()).add(secret);
        return secret.placeholder();
    }

    /// Those that these placeholders stand for.
    SortedSet<SecretRef> used(Collection<String> placeholders) {
        SortedSet<SecretRef> used = new TreeSet<>();
        placeholders.forEach(p -> used.addAll(named.getOrDefault(p, new TreeSet<>())));
        return used;
    }

    /// Two secrets with one placeholder would get one value.
    void reportClashes(Place place, Diagnostics diagnostics) {
        for (SortedSet<SecretRef> secrets : named.values()) {
            if (secrets.size() > 1) {
                diagnostics.error(
                        "secret.name-clash",
                        place,
                        "Two secrets differ only in letter case or punctuation: %s and %s."
                                .formatted(secrets.first().shown(), secrets.last().shown()),
                        "Rename one of them.");
            }
        }
    }
}
