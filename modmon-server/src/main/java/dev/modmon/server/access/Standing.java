package dev.modmon.server.access;

import dev.modmon.core.access.AccessRules;
import dev.modmon.core.access.Permission;
import dev.modmon.core.access.UserName;
import dev.modmon.core.project.EnvironmentName;
import java.util.Optional;

/// What a caller is to a project.
public sealed interface Standing {
    /// @param environment empty for what concerns none, or all of them
    boolean allows(Permission permission, Optional<EnvironmentName> environment);

    /// Whether it is allowed in at least one environment.
    boolean allowsSomewhere(Permission permission);

    /// May do everything.
    record Admin() implements Standing {
        @Override
        public boolean allows(Permission permission, Optional<EnvironmentName> environment) {
            return true;
        }

        @Override
        public boolean allowsSomewhere(Permission permission) {
            return true;
        }
    }

    /// Is known, and may do what their roles say.
    record Member(UserName user, AccessRules rules) implements Standing {
        @Override
        public boolean allows(Permission permission, Optional<EnvironmentName> environment) {
            return environment
                    .map(where -> rules.allows(user, permission, where))
                    .orElseGet(() -> rules.allows(user, permission));
        }

        @Override
        public boolean allowsSomewhere(Permission permission) {
            return rules.rolesOf(user).stream()
                    .flatMap(role -> role.grants().stream())
                    .anyMatch(grant -> grant.permission() == permission);
        }
    }

    /// Has no part in it.
    record Stranger() implements Standing {
        @Override
        public boolean allows(Permission permission, Optional<EnvironmentName> environment) {
            return false;
        }

        @Override
        public boolean allowsSomewhere(Permission permission) {
            return false;
        }
    }
}
