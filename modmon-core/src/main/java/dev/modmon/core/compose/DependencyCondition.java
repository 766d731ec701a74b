package dev.modmon.core.compose;

/// When a dependency counts as met, as in Compose's `depends_on`.
public enum DependencyCondition {
    STARTED,
    HEALTHY,
    COMPLETED
}
