package dev.modmon.server.rollout;

import dev.modmon.core.project.ServiceName;

/// A service as it was before a rollout touched it.
///
/// @param hash of what Modmon had deployed; empty when something else had
/// @param image what it ran
/// @param working whether it ran as wanted; only then is it expected to do so again
/// @param engineSpec the whole spec in the engine's own form, secrets included; opaque to all but the
///     platform that took it
public record ServiceSnapshot(
        ServiceName name, String hash, String image, boolean working, String engineSpec) {
    /// The spec holds secrets.
    @Override
    public String toString() {
        return "ServiceSnapshot[%s, %s]".formatted(name, image);
    }
}
