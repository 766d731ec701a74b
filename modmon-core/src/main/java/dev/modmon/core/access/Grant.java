package dev.modmon.core.access;

import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.source.Located;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A permission that a role gives, `perm:deploy` or `perm:deploy@staging`.
///
/// @param environment where it holds; null: everywhere
public record Grant(Permission permission, @Nullable Located<EnvironmentName> environment) {
    /// @param where empty for what concerns no environment or all of them
    boolean covers(Permission wanted, Optional<EnvironmentName> where) {
        return permission == wanted
                && (environment == null || where.equals(Optional.of(environment.value())));
    }
}
