package dev.modmon.server.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The users of one project, as the last commit that an admin deployed has them.
public record ProjectMembers(List<Member> members) {
    public ProjectMembers {
        members = List.copyOf(members);
    }

    public Optional<Member> member(KeyFingerprint key) {
        return members.stream()
                .filter(m -> m.keys().stream().anyMatch(k -> k.fingerprint().equals(key)))
                .findFirst();
    }

    /// One user.
    ///
    /// @param everything whether a role of theirs is `super`
    public record Member(
            String user, List<KnownKey> keys, Set<Permission> permissions, boolean everything) {
        public Member {
            keys = List.copyOf(keys);
            permissions = Set.copyOf(permissions);
        }
    }
}
