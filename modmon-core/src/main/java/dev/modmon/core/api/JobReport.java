package dev.modmon.core.api;

import org.jspecify.annotations.Nullable;

/// A mutation that the server carries out, whether or not anybody watches.
///
/// @param kind `deploy` or `rollback`
/// @param state `queued`, `running` or `finished`
/// @param result once it is finished
public record JobReport(
        String id,
        String kind,
        String project,
        String environment,
        String user,
        String state,
        @Nullable DeployReport result) {}
