package dev.modmon.server.access;

import java.util.Locale;

/// What a role may let its users do.
public enum Permission {
    DEPLOY,
    READ_LOGS,
    RESTART_SERVICES,
    MANAGE_USERS,
    MANAGE_NODES,
    MANAGE_SECRETS,
    MANAGE_DATABASES,
    RUN_COMMANDS;

    /// As `access.yaml` has it, such as `read_logs`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
