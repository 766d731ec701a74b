package dev.modmon.core.access;

import dev.modmon.core.key.PublicKey;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.source.Located;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Who may do what: the master repo's `.modmon/access.yaml` and `.modmon/pubkeys/`. Whatever is not
/// allowed there is forbidden.
public record AccessRules(SequencedMap<UserName, User> users, SequencedMap<RoleName, Role> roles) {
    public static final String FILE = ".modmon/access.yaml";
    public static final String KEYS = ".modmon/pubkeys";

    public AccessRules {
        users = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(users));
        roles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(roles));
    }

    /// Nobody may do anything.
    public static AccessRules none() {
        return new AccessRules(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /// Whether this user may do this in this environment.
    public boolean allows(UserName user, Permission permission, EnvironmentName environment) {
        return allows(user, permission, Optional.of(environment));
    }

    /// Whether this user may do this everywhere, or where no environment is concerned.
    public boolean allows(UserName user, Permission permission) {
        return allows(user, permission, Optional.empty());
    }

    /// Whether this user may do everything.
    public boolean isAdmin(UserName user) {
        return rolesOf(user).stream().anyMatch(Role::everything);
    }

    /// Whose key this is.
    public Optional<User> ownerOf(PublicKey key) {
        return users.values().stream()
                .filter(user -> user.keys().stream().anyMatch(it -> it.key().equals(key)))
                .findFirst();
    }

    /// A user's roles and all that they include; none for a user that is not known.
    public List<Role> rolesOf(UserName name) {
        User user = users.get(name);
        return user == null ? List.of() : withIncluded(user.roles());
    }

    private boolean allows(
            UserName user, Permission permission, Optional<EnvironmentName> environment) {
        return rolesOf(user).stream()
                .anyMatch(role ->
                        role.everything()
                                || role.grants().stream()
                                        .anyMatch(it -> it.covers(permission, environment)));
    }

    /// Each role once, so that a cycle ends.
    private List<Role> withIncluded(List<Located<RoleName>> start) {
        Set<RoleName> seen = new LinkedHashSet<>();
        Deque<Located<RoleName>> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            Role role = roles.get(open.pop().value());
            if (role != null && seen.add(role.name())) {
                role.includes().forEach(open::push);
            }
        }
        return seen.stream().map(roles::get).map(Objects::requireNonNull).toList();
    }
}
