package dev.modmon.server.access;

import java.util.Set;

/// What a caller is to a project, or to the server as a whole.
public sealed interface Standing {
    boolean allows(Permission permission);

    /// May do everything.
    record Admin() implements Standing {
        @Override
        public boolean allows(Permission permission) {
            return true;
        }
    }

    /// Is known, and may do what their roles say.
    record Member(Set<Permission> permissions) implements Standing {
        public Member {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public boolean allows(Permission permission) {
            return permissions.contains(permission);
        }
    }

    /// Has no part in it.
    record Stranger() implements Standing {
        @Override
        public boolean allows(Permission permission) {
            return false;
        }
    }
}
