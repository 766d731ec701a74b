package dev.modmon.server.job;

import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.compose.Stack;

/// A release that completed: what it consisted of, and what it said.
///
/// @param stack with secrets and digests as they were
public record Release(ReleaseReport report, Stack stack) {
    public long number() {
        return report.release();
    }

    /// The stack holds secrets.
    @Override
    public String toString() {
        return "Release[%d]".formatted(number());
    }
}
