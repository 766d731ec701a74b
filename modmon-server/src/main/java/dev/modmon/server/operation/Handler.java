package dev.modmon.server.operation;

import java.io.IOException;

/// Carries out one operation for a caller who was let through.
@FunctionalInterface
public interface Handler {
    /// @throws ProblemException when the answer is a problem
    Reply handle(Call call) throws IOException;
}
