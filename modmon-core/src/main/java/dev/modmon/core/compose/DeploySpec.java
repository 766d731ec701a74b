package dev.modmon.core.compose;

/// How many tasks of a service run, where, and how they are replaced.
public record DeploySpec(
        ServiceMode mode,
        Resources resources,
        RestartPolicy restart,
        UpdatePolicy update,
        UpdatePolicy rollback,
        Placement placement) {}
