package dev.modmon.core.specification;

/// A key of a mapping.
///
/// @param description what it says, for people: a sentence, or empty
public record Attribute(
        String key,
        Shape shape,
        MergeRule merge,
        boolean required,
        SwarmTreatment swarm,
        String description) {}
