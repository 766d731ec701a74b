package dev.modmon.core.project;

import org.jspecify.annotations.Nullable;

/// How the project is deployed.
///
/// @param provider whose machines they are, such as `aws`; for information
public record DeploySettings(Type type, @Nullable String provider) {
    /// What carries the deployment.
    public enum Type {
        SWARM
    }
}
