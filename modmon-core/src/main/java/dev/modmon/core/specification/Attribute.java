package dev.modmon.core.specification;

/// A key of a mapping.
public record Attribute(
        String key, Shape shape, MergeRule merge, boolean required, SwarmTreatment swarm) {}
