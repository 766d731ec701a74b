package dev.modmon.core.api;

import java.util.List;

/// How a deployment or a rollback ended.
///
/// @param release its number in the environment's history
/// @param reason why it did not complete; empty when it did
/// @param seconds how long it took
public record DeployReport(
        Outcome outcome,
        String project,
        String environment,
        long release,
        String reason,
        double seconds,
        List<ServiceReport> services) {
    public DeployReport {
        services = List.copyOf(services);
    }

    /// What became of one service.
    ///
    /// @param result `created`, `updated`, `unchanged`, `removed`, `reverted` or `failed`
    /// @param image what it runs now, with its digest where known
    /// @param reason why it failed, in plain words; empty when it did not
    /// @param logs its last lines, when it failed
    public record ServiceReport(
            String name, String result, String image, String reason, List<String> logs) {
        public ServiceReport {
            logs = List.copyOf(logs);
        }
    }
}
