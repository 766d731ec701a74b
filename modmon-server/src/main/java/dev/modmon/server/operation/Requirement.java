package dev.modmon.server.operation;

import dev.modmon.core.access.Permission;
import dev.modmon.core.project.ProjectName;
import java.util.Optional;
import java.util.function.Function;

/// What a caller must be to be let through.
public sealed interface Requirement {
    /// Anybody the server knows.
    record Known() implements Requirement {}

    /// A user of the project that the call is about.
    ///
    /// @param permission what their roles must grant; empty: being a user is enough
    /// @param project which project the call is about
    record InProject(Optional<Permission> permission, Function<Call, ProjectName> project)
            implements Requirement {}

    /// A user of the project in the path whose roles grant this for at least one environment.
    record SomewhereInProject(Permission permission) implements Requirement {}

    /// Somebody whom any project here, or the machine itself, lets do this.
    record OnServer(Permission permission) implements Requirement {}
}
