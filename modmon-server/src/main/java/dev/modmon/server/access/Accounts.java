package dev.modmon.server.access;

import dev.modmon.core.project.ProjectName;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                new TreeMap<>(Comparator.comparing(KeyFingerprint::hex));
        Stream.concat(admins.keys().stream(), members().flatMap(m -> m.keys().stream()))
                .forEach(key -> known.putIfAbsent(key.fingerprint(), key));
        return known.values().stream().sorted(Comparator.comparing(KnownKey::user)).toList();
    }

    public Standing in(ProjectName project, Caller caller) {
        if (admins.include(caller.key())) {
            return new Standing.Admin();
        }
        ProjectMembers members = rules.all().get(project);
        return members == null
                ? new Standing.Stranger()
                : members.member(caller.key())
                        .map(Accounts::standing)
                        .orElseGet(Standing.Stranger::new);
    }

    /// What the caller may do on the server itself: what any of its projects grants.
    public Standing onServer(Caller caller) {
        if (admins.include(caller.key())) {
            return new Standing.Admin();
        }
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        rules.all().values().stream()
                .flatMap(project -> project.member(caller.key()).stream())
                .forEach(member -> permissions.addAll(member.permissions()));
        return new Standing.Member(permissions);
    }

    private Stream<ProjectMembers.Member> members() {
        return rules.all().values().stream().flatMap(project -> project.members().stream());
    }

    private static Standing standing(ProjectMembers.Member member) {
        return member.everything()
                ? new Standing.Admin()
                : new Standing.Member(member.permissions());
    }
}
