package dev.modmon.core.access;

import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody with access: whoever has one of the keys.
public record User(
        UserName name,
        Place place,
        List<Located<RoleName>> roles,
        List<UserKey> keys,
        @Nullable String email) {
    public User {
        roles = List.copyOf(roles);
        keys = List.copyOf(keys);
    }
}
