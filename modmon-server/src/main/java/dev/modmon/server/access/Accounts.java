package dev.modmon.server.access;

import dev.modmon.core.access.AccessRules;
import dev.modmon.core.access.Permission;
import dev.modmon.core.access.User;
import dev.modmon.core.project.ProjectName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Everybody this server knows. A key is looked up in the rules of the project that is asked for, so
/// that the same user name in another project means nothing.
public final class Accounts implements KnownKeys {
    private final Admins admins;
    private final ProjectRules rules;

    public Accounts(Admins admins, ProjectRules rules) {
        this.admins = admins;
        this.rules = rules;
    }

    /// A key that several files have counts once, under its admin's name before any other.
    @Override
    public List<KnownKey> all() {
        Map<KeyFingerprint, KnownKey> known =
                new TreeMap<>(Comparator.comparing(KeyFingerprint::text));
        Stream.concat(admins.keys().stream(), projectKeys())
                .forEach(key -> known.putIfAbsent(key.fingerprint(), key));
        return known.values().stream().sorted(Comparator.comparing(KnownKey::user)).toList();
    }

    private Stream<KnownKey> projectKeys() {
        return rules.all().values().stream()
                .flatMap(project -> project.users().values().stream())
                .flatMap(user ->
                        user.keys().stream()
                                .map(key -> new KnownKey(user.name().value(), key.key())));
    }

    public Standing in(ProjectName project, Caller caller) {
        if (admins.include(caller.key())) {
            return new Standing.Admin();
        }
        AccessRules of = rules.all().get(project);
        return of == null ? new Standing.Stranger() : standing(of, caller);
    }

    private static Standing standing(AccessRules rules, Caller caller) {
        return owner(rules, caller)
                .map(user ->
                        rules.isAdmin(user.name())
                                ? new Standing.Admin()
                                : new Standing.Member(user.name(), rules))
                .orElseGet(Standing.Stranger::new);
    }

    private static Optional<User> owner(AccessRules rules, Caller caller) {
        return rules.users().values().stream()
                .filter(user ->
                        user.keys().stream()
                                .anyMatch(key -> KeyFingerprint.of(key.key()).equals(caller.key())))
                .findFirst();
    }

    /// Whether the machine itself or any project here lets the caller do something to the server.
    public boolean allowsOnServer(Caller caller, Permission permission) {
        return admins.include(caller.key())
                || rules.all().values().stream()
                        .map(project -> standing(project, caller))
                        .anyMatch(standing -> standing.allows(permission, Optional.empty()));
    }
}
