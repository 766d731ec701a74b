package dev.modmon.core.compose;

import dev.modmon.core.project.ServiceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which service needs which others to be there first.
///
/// @param needs for each service what it depends on; what is no key here is ignored
public record DependencyGraph(SortedMap<ServiceName, SortedSet<ServiceName>> needs) {
    public DependencyGraph {
        TreeMap<ServiceName, SortedSet<ServiceName>> known = new TreeMap<>();
        for (var entry : needs.entrySet()) {
            TreeSet<ServiceName> kept = new TreeSet<>(entry.getValue());
            kept.retainAll(needs.keySet());
            known.put(entry.getKey(), Collections.unmodifiableSortedSet(kept));
        }
        needs = Collections.unmodifiableSortedMap(known);
    }

    public static DependencyGraph of(List<ServiceSpec> services) {
        TreeMap<ServiceName, SortedSet<ServiceName>> needs = new TreeMap<>();
        services.forEach(s -> needs.put(s.name(), new TreeSet<>(s.dependsOn().keySet())));
        return new DependencyGraph(needs);
    }

    /// The services in groups: each comes after everything it depends on, and as early as it can;
    /// within a group by name.
    ///
    /// @throws IllegalStateException when there is a cycle
    public List<List<ServiceName>> waves() {
        List<List<ServiceName>> waves = new ArrayList<>();
        Set<ServiceName> done = new HashSet<>();
        while (done.size() < needs.size()) {
            List<ServiceName> wave =
                    needs.keySet().stream()
                            .filter(s -> !done.contains(s) && done.containsAll(needsOf(s)))
                            .toList();
            if (wave.isEmpty()) {
                throw new IllegalStateException("Services depend on each other: " + cycle() + ".");
            }
            done.addAll(wave);
            waves.add(wave);
        }
        return waves;
    }

    /// Services that depend on each other in a ring, the first one again at the end; empty when
    /// there is no such ring.
    public List<ServiceName> cycle() {
        Set<ServiceName> harmless = new HashSet<>();
        for (ServiceName start : needs.keySet()) {
            List<ServiceName> found = cycleFrom(start, new ArrayDeque<>(), harmless);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<ServiceName> cycleFrom(
            ServiceName service, Deque<ServiceName> path, Set<ServiceName> harmless) {
        if (path.contains(service)) {
            List<ServiceName> ring = new ArrayList<>(path);
            ring = new ArrayList<>(ring.subList(ring.indexOf(service), ring.size()));
            ring.add(service);
            return ring;
        }
        if (harmless.contains(service)) {
            return List.of();
        }
        path.addLast(service);
        for (ServiceName needed : needsOf(service)) {
            List<ServiceName> found = cycleFrom(needed, path, harmless);
            if (!found.isEmpty()) {
                return found;
            }
        }
        path.removeLast();
        harmless.add(service);
        return List.of();
    }

    private SortedSet<ServiceName> needsOf(ServiceName service) {
        return needs.getOrDefault(service, Collections.emptySortedSet());
    }
}
