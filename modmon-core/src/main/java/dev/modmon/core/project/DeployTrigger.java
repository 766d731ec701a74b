package dev.modmon.core.project;

import dev.modmon.core.source.Place;

/// An event after which an environment is to be deployed, one item of `deploy-on`.
public record DeployTrigger(Kind kind, String subject, Place place) {
    public enum Kind {
        /// Something came to be, such as `git:tag`.
        CREATED,
        /// Somebody called the hook of that name.
        HOOK
    }
}
