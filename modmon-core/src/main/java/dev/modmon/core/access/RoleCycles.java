package dev.modmon.core.access;

import dev.modmon.core.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Finds roles that include themselves, each cycle once, without recursion: the file may be hostile.
final class RoleCycles {
    private final SequencedMap<RoleName, Role> open;

    /// @param steps the roles in turn, each including the next one, the last one the first
    record Cycle(List<RoleName> steps, Located<RoleName> closing) {}

    private RoleCycles(SequencedMap<RoleName, Role> roles) {
        this.open = new LinkedHashMap<>(roles);
    }

    static List<Cycle> in(SequencedMap<RoleName, Role> roles) {
        return new RoleCycles(roles).find();
    }

    private List<Cycle> find() {
        List<Cycle> cycles = new ArrayList<>();
        for (dropEnds(); !open.isEmpty(); dropEnds()) {
            Cycle cycle = walk();
            cycles.add(cycle);
            cycle.steps().forEach(open::remove);
        }
        return cycles;
    }

    /// Drops roles that include none of the others, until each one left leads into a cycle.
    private void dropEnds() {
        while (open.values().removeIf(role -> next(role).isEmpty())) {}
    }

    private Cycle walk() {
        SequencedSet<RoleName> path = new LinkedHashSet<>();
        Role role = open.firstEntry().getValue();
        while (true) {
            path.add(role.name());
            Located<RoleName> next = next(role).orElseThrow();
            if (path.contains(next.value())) {
                List<RoleName> all = List.copyOf(path);
                return new Cycle(all.subList(all.indexOf(next.value()), all.size()), next);
            }
            role = open.getOrDefault(next.value(), role);
        }
    }

    private Optional<Located<RoleName>> next(Role role) {
        return role.includes().stream().filter(it -> open.containsKey(it.value())).findFirst();
    }
}
