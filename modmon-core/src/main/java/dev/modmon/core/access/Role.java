package dev.modmon.core.access;

import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.List;

/// What those who have it may do.
///
/// @param everything whether it allows all there is, `super: true`
/// @param includes roles whose grants it has too
public record Role(
        RoleName name,
        Place place,
        boolean everything,
        List<Grant> grants,
        List<Located<RoleName>> includes) {
    public Role {
        grants = List.copyOf(grants);
        includes = List.copyOf(includes);
    }
}
