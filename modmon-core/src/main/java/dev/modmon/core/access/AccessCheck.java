package dev.modmon.core.access;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks that users, roles and keys fit together.
record AccessCheck(AccessRules rules, Diagnostics diagnostics) {
    /// A key and who has it.
    private record Owned(User user, UserKey key) {}

    void run() {
        for (User user : rules.users().values()) {
            user.roles().forEach(role -> mustExist(role, "User '%s'".formatted(user.name())));
        }
        for (Role role : rules.roles().values()) {
            role.includes().forEach(it -> mustExist(it, "Role '%s'".formatted(role.name())));
        }
        RoleCycles.in(rules.roles()).forEach(this::report);
        checkSharedKeys();
    }

    private void mustExist(Located<RoleName> role, String who) {
        if (!rules.roles().containsKey(role.value())) {
            List<String> names = rules.roles().keySet().stream().map(RoleName::value).toList();
            diagnostics.error(
                    "access.unknown-role",
                    role.place(),
                    "%s has role '%s', which is not there.".formatted(who, role.value()),
                    DidYouMean.hint(role.value().value(), names, "roles"));
        }
    }

    private void report(RoleCycles.Cycle cycle) {
        List<String> names = new ArrayList<>(cycle.steps().stream().map(RoleName::value).toList());
        names.add(names.getFirst());
        diagnostics.error(
                "access.role-cycle",
                cycle.closing().place(),
                "Role '%s' includes itself: %s."
                        .formatted(names.getFirst(), String.join(" → ", names)),
                "Remove one of the 'role:' lines.");
    }

    private void checkSharedKeys() {
        Map<PublicKey, Owned> owners = new HashMap<>();
        for (User user : rules.users().values()) {
            for (UserKey key : user.keys()) {
                Owned first = owners.putIfAbsent(key.key(), new Owned(user, key));
                if (first != null && !first.user().name().equals(user.name())) {
                    diagnostics.error(
                            "access.shared-key",
                            key.place(),
                            "Key '%s' of user '%s' is also key '%s' of user '%s'."
                                    .formatted(
                                            key.file(),
                                            user.name(),
                                            first.key().file(),
                                            first.user().name()),
                            "A key tells who somebody is: give each user a key of their own.");
                }
            }
        }
    }
}
