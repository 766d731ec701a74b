package dev.modmon.server.rest;

import dev.modmon.server.access.Caller;
import java.util.Optional;

/// Port: who a token belongs to.
@FunctionalInterface
public interface CallerLookup {
    /// Empty when the token is worth nothing (any more).
    Optional<Caller> callerOf(String token);
}
