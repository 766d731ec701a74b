package dev.modmon.core.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What runs on a cluster of one project.
///
/// @param healthy whether every service of every environment runs as wanted
public record StatusReport(
        String project,
        ClusterStatus cluster,
        boolean healthy,
        List<EnvironmentStatus> environments) {
    public StatusReport {
        environments = List.copyOf(environments);
    }

    /// The cluster itself.
    ///
    /// @param engine version of the engine, such as `20.10.24`
    /// @param nodes nodes that are ready, of all nodes
    public record ClusterStatus(String server, String engine, int readyNodes, int nodes) {}

    /// One environment of the project that has something running or a history here.
    ///
    /// @param release number of the last release that completed; null when there is none
    /// @param rollout id of the job that is under way; null when there is none
    public record EnvironmentStatus(
            String name,
            @Nullable Long release,
            @Nullable String commit,
            @Nullable String rollout,
            List<ServiceStatus> services) {
        public EnvironmentStatus {
            services = List.copyOf(services);
        }
    }

    /// One service.
    ///
    /// @param desired tasks wanted
    /// @param running tasks that run and, where there is a health check, are healthy
    /// @param release number of the release that last changed it; null when something else did
    /// @param ports such as `8080->80/tcp`
    /// @param note why it is not as wanted, in plain words; empty when it is
    public record ServiceStatus(
            String name,
            String image,
            int desired,
            int running,
            @Nullable Long release,
            List<String> ports,
            String note) {
        public ServiceStatus {
            ports = List.copyOf(ports);
        }
    }
}
