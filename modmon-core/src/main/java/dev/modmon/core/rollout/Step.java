package dev.modmon.core.rollout;

import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.project.ServiceName;
import java.util.List;

/// One thing a rollout does.
public sealed interface Step {
    /// Creates a network that services of the stack are in.
    record CreateNetwork(NetworkSpec network) implements Step {}

    /// Creates a config or a secret of the stack.
    record CreateFile(FileKind kind, StoredFile file) implements Step {}

    /// Creates a service that is not there yet.
    record CreateService(ServiceSpec service) implements Step {}

    /// Changes a service in place.
    ///
    /// @param downtime why it will be unavailable for a moment; empty when it will not
    record UpdateService(
            ObservedService before, ServiceSpec after, List<FieldChange> changes, String downtime)
            implements Step {
        public UpdateService {
            changes = List.copyOf(changes);
        }

        public boolean restarts() {
            return changes.stream().anyMatch(FieldChange::restarts);
        }
    }

    /// Removes and creates a service, because the engine cannot change this in place.
    ///
    /// @param reason which field makes it necessary
    record ReplaceService(ObservedService before, ServiceSpec after, String reason)
            implements Step {}

    /// Waits until these services work.
    record AwaitHealthy(List<ServiceName> services) implements Step {
        public AwaitHealthy {
            services = List.copyOf(services);
        }
    }

    /// Removes a service that is no longer wanted. Its volumes stay.
    record RemoveService(ObservedService service) implements Step {}

    /// Removes a config or secret that neither the new spec nor the one before it uses.
    ///
    /// @param name within the stack
    record RemoveFile(FileKind kind, String name) implements Step {}
}
