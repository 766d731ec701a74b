package dev.modmon.core.advice;

import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.ServiceSpec;

/// What a service says of its health.
enum Health {
    /// It says how to tell, or how often to ask the image's own check.
    CHECKED,
    /// It says that nobody is to look.
    WAIVED,
    /// It says nothing; its image may bring a check, but that is not seen in the files.
    UNKNOWN;

    static Health of(ServiceSpec service) {
        Healthcheck check = service.container().healthcheck();
        if (check == null) {
            return UNKNOWN;
        }
        return check.isDisabled() ? WAIVED : CHECKED;
    }
}
