package dev.modmon.core.api;

import org.jspecify.annotations.Nullable;

/// What a client asks to go back to.
///
/// @param release number of a completed release; null: the last completed one before the current
/// @param message why, for the release history
public record RollbackRequest(@Nullable Long release, @Nullable String message) {}
