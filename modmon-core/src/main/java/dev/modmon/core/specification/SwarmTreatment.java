package dev.modmon.core.specification;

/// What becomes of a key in a Swarm.
///
/// @param reason why it is not simply kept, as a clause without a full stop; empty when it is
/// @param hint what to do instead: one sentence, or empty
public record SwarmTreatment(Kind kind, String reason, String hint) {
    public enum Kind {
        /// It means the same.
        KEPT,
        /// It becomes something else that means the same.
        TRANSLATED,
        /// It has no effect, and nothing depends on it.
        IGNORED,
        /// Nothing in a Swarm can do what it says, and leaving it out would change behaviour.
        REFUSED,
        /// Possible, but Modmon does not do it yet.
        LATER
    }

    public static final SwarmTreatment KEPT = new SwarmTreatment(Kind.KEPT, "", "");

    static SwarmTreatment translated(String reason) {
        return new SwarmTreatment(Kind.TRANSLATED, reason, "");
    }

    static SwarmTreatment ignored(String reason) {
        return new SwarmTreatment(Kind.IGNORED, reason, "");
    }

    static SwarmTreatment refused(String reason, String hint) {
        return new SwarmTreatment(Kind.REFUSED, reason, hint);
    }

    static SwarmTreatment later(String hint) {
        return new SwarmTreatment(Kind.LATER, "it is not supported yet", hint);
    }
}
