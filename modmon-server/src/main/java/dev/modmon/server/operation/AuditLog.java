package dev.modmon.server.operation;

import dev.modmon.server.access.Caller;
import java.util.Optional;

/// Port: what was done and refused, kept for good.
@FunctionalInterface
public interface AuditLog {
    /// Returns once the entry is on disk.
    void record(Entry entry);

    /// One entry; the time is the log's own.
    ///
    /// @param caller empty when nobody knows who it was
    /// @param target what the call was about: its path
    /// @param outcome `allowed`, `refused` or `failed`
    /// @param detail code of the problem; empty when there was none
    record Entry(
            Optional<Caller> caller,
            String operation,
            String target,
            String outcome,
            String detail) {}
}
