package dev.modmon.core.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody may be allowed to do.
public enum Permission {
    /// Plan, deploy, roll back.
    DEPLOY,
    READ_LOGS,
    RESTART_SERVICES,
    /// Change who may do what.
    MANAGE_USERS,
    MANAGE_NODES,
    MANAGE_SECRETS,
    MANAGE_DATABASES,
    /// Run commands inside containers.
    RUN_COMMANDS;

    /// The spelling of `access.yaml`: `read_logs`.
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> of(String spelling) {
        return Arrays.stream(values()).filter(it -> it.spelling().equals(spelling)).findFirst();
    }

    static List<String> spellings() {
        return Arrays.stream(values()).map(Permission::spelling).toList();
    }
}
