package dev.modmon.installer.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What came of one file.
///
/// @param failure the kind of failure; null when there is none
/// @param detail what exactly failed
/// @param stack what a Swarm would do with it: `accepted`, `explained` (refused, with reasons) or, when that is the failure,
///     nothing
record Verdict(
        String file,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure failure,
        String detail,
        String stack) {
    /// Kinds of failure, in the order in which they are looked for.
    enum Failure {
        THREW,
        NOT_IMPORTED,
        NOT_COMPILED,
        COMPOSE_REFUSED,
        NOT_EQUAL,
        STACK_UNEXPLAINED,
        STACK_REFUSED
    }

    static Verdict passed(String file, String stack) {
        return new Verdict(file, null, "", stack);
    }

    static Verdict failed(String file, Failure failure, String detail) {
        return new Verdict(file, failure, detail, "");
    }
}
