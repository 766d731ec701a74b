package dev.modmon.core.composition;

import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/// Leaves out the services of profiles that are not wanted.
final class Profiles {
    private static final String PROFILES = "profiles";
    private static final String DEPENDS_ON = "depends_on";
    private static final String ALL = "*";

    private final Set<String> wanted;

    Profiles(Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    /// @return services that run, without their `profiles`
    YamlMapping of(YamlMapping services) {
        SequencedMap<String, Entry> kept = new LinkedHashMap<>();
        for (Entry entry : services.entries()) {
            if (!(entry.value() instanceof YamlMapping service) || !service.has(PROFILES)) {
                kept.put(entry.key(), entry);
            } else if (runs(service)) {
                SequencedMap<String, Entry> keys = new LinkedHashMap<>(service.byKey());
                keys.remove(PROFILES);
                kept.put(
                        entry.key(),
                        new Entry(
                                entry.key(),
                                entry.place(),
                                new YamlMapping(service.place(), service.tag(), keys)));
            }
        }
        kept.replaceAll((_, entry) -> withoutAbsent(entry, kept));
        return new YamlMapping(services.place(), services.tag(), kept);
    }

    /// What a service can do without, and what does not run, it does not depend on.
    private static Entry withoutAbsent(Entry service, SequencedMap<String, Entry> running) {
        if (!(service.value() instanceof YamlMapping keys)
                || !(keys.get(DEPENDS_ON).orElse(null) instanceof YamlMapping dependencies)) {
            return service;
        }
        SequencedMap<String, Entry> present = new LinkedHashMap<>(dependencies.byKey());
        present.values().removeIf(it -> isOptional(it) && !running.containsKey(it.key()));
        if (present.size() == dependencies.byKey().size()) {
            return service;
        }
        YamlMapping left = new YamlMapping(dependencies.place(), dependencies.tag(), present);
        return new Entry(
                service.key(),
                service.place(),
                keys.with(new Entry(DEPENDS_ON, dependencies.place(), left)));
    }

    private static boolean isOptional(Entry dependency) {
        return dependency.value() instanceof YamlMapping mapping
                && mapping.get("required")
                        .filter(it -> Boolean.FALSE.equals(it.toPlain()))
                        .isPresent();
    }

    private boolean runs(YamlMapping service) {
        YamlNode profiles = service.get(PROFILES).orElse(null);
        return !(profiles instanceof YamlSequence list)
                || list.items().isEmpty()
                || wanted.contains(ALL)
                || list.items().stream().anyMatch(this::isWanted);
    }

    private boolean isWanted(YamlNode profile) {
        return profile instanceof YamlScalar name && wanted.contains(name.text());
    }
}
