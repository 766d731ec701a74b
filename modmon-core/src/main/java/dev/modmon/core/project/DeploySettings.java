package dev.modmon.core.project;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How an environment is deployed.
///
/// @param provider whose machines they are, such as `aws`; for information
public record DeploySettings(Type type, @Nullable String provider) {
    /// What carries the deployment.
    public enum Type {
        SWARM,
        COMPOSE;

        /// As it is written in the file.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What holds when nothing is written.
    static DeploySettings standard() {
        return new DeploySettings(Type.SWARM, null);
    }
}
