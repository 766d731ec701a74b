package dev.modmon.core.specification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A kind of mapping, such as a service: the keys it may have, in the order in which they are best read.
public final class MappingType {
    private static final String EXTENSION = "x-";

    private final String name;
    private final boolean extensible;
    private final LinkedHashMap<String, Attribute> attributes = new LinkedHashMap<>();

    private MappingType(String name, boolean extensible) {
        this.name = name;
        this.extensible = extensible;
    }

    /// @param name what it describes: `service`, `healthcheck`
    static MappingType of(String name) {
        return new MappingType(name, true);
    }

    /// One where the specification has no room for `x-` keys.
    static MappingType closed(String name) {
        return new MappingType(name, false);
    }

    MappingType with(String key, Shape shape) {
        return with(key, shape, MergeRule.USUAL, SwarmTreatment.KEPT);
    }

    MappingType with(String key, Shape shape, MergeRule merge) {
        return with(key, shape, merge, SwarmTreatment.KEPT);
    }

    MappingType with(String key, Shape shape, SwarmTreatment swarm) {
        return with(key, shape, MergeRule.USUAL, swarm);
    }

    MappingType with(String key, Shape shape, MergeRule merge, SwarmTreatment swarm) {
        attributes.put(key, new Attribute(key, shape, merge, false, swarm, ""));
        return this;
    }

    MappingType withRequired(String key, Shape shape) {
        return withRequired(key, shape, "");
    }

    MappingType with(String key, Shape shape, String description) {
        return add(key, shape, false, description);
    }

    MappingType withRequired(String key, Shape shape, String description) {
        return add(key, shape, true, description);
    }

    private MappingType add(String key, Shape shape, boolean required, String description) {
        attributes.put(
                key,
                new Attribute(
                        key, shape, MergeRule.USUAL, required, SwarmTreatment.KEPT, description));
        return this;
    }

    /// The same treatment for several keys of one shape.
    MappingType withAll(String keys, Shape shape, SwarmTreatment swarm) {
        for (String key : keys.split(" ")) {
            with(key, shape, swarm);
        }
        return this;
    }

    public String name() {
        return name;
    }

    /// Whether `x-` keys may stand in it.
    public boolean extensible() {
        return extensible;
    }

    public Collection<Attribute> attributes() {
        return attributes.values();
    }

    public Set<String> keys() {
        return attributes.keySet();
    }

    /// The key's attribute; null when there is no such key.
    public @Nullable Attribute attribute(String key) {
        return attributes.get(key);
    }

    /// Whether the key is the user's own business.
    public boolean isExtension(String key) {
        return extensible && key.startsWith(EXTENSION);
    }

    @Override
    public String toString() {
        return name;
    }
}
