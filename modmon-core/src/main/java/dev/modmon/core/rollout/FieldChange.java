package dev.modmon.core.rollout;

/// One field of a service that differs between what runs and what is wanted.
///
/// @param field in Compose's words, such as `environment.LOG_LEVEL` or `image`
/// @param before as it may be printed; empty when the field is new
/// @param after as it may be printed; empty when the field goes
/// @param restarts whether the engine replaces tasks to apply it
public record FieldChange(String field, String before, String after, boolean restarts) {}
