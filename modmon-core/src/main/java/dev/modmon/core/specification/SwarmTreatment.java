package dev.modmon.core.specification;

import java.util.Set;

/// What becomes of a key in a Swarm.
///
/// @param reason why it is not simply kept, or how, as a clause without a full stop; may be empty when it is kept
/// @param hint what to do instead: one sentence, or empty
/// @param harmless values of a refused key that ask for nothing a Swarm would not do anyway
public record SwarmTreatment(Kind kind, String reason, String hint, Set<String> harmless) {
    /// What is done with it.
    public enum Kind {
        /// It means the same.
        KEPT,
        /// It becomes something else that means the same.
        TRANSLATED,
        /// It is not about what runs; nothing is said when it is left out.
        UNNEEDED,
        /// It has no effect, and nothing depends on it; a warning says so.
        IGNORED,
        /// Nothing in a Swarm can do what it says, and leaving it out would change behaviour.
        REFUSED
    }

    public SwarmTreatment {
        harmless = Set.copyOf(harmless);
    }

    public static final SwarmTreatment KEPT = kept("");

    static SwarmTreatment kept(String how) {
        return new SwarmTreatment(Kind.KEPT, how, "", Set.of());
    }

    static SwarmTreatment translated(String reason) {
        return new SwarmTreatment(Kind.TRANSLATED, reason, "", Set.of());
    }

    static SwarmTreatment unneeded(String reason) {
        return new SwarmTreatment(Kind.UNNEEDED, reason, "", Set.of());
    }

    static SwarmTreatment ignored(String reason) {
        return new SwarmTreatment(Kind.IGNORED, reason, "", Set.of());
    }

    static SwarmTreatment refused(String reason, String hint) {
        return new SwarmTreatment(Kind.REFUSED, reason, hint, Set.of());
    }

    /// The same, but these values pass.
    SwarmTreatment unless(String... values) {
        return new SwarmTreatment(kind, reason, hint, Set.of(values));
    }
}
