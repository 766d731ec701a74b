package dev.modmon.server.rollout;

import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;

/// The engine of a cluster, as far as stacks are observed and changed. Every call returns when the
/// engine has taken the order, not when it is carried out; that shows in the next [#observe].
///
/// Every method throws [PlatformException] when the engine refuses or cannot be reached.
public interface ContainerPlatform {
    /// Everything the engine has of a stack; without services when it has none.
    ObservedStack observe(StackName stack);

    /// Creates a network of the stack. One that exists already stays as it is.
    void createNetwork(StackName stack, NetworkSpec network);

    /// Creates a config or secret of the stack. One that exists already is the same, since its name tells its content.
    void createFile(StackName stack, FileKind kind, StoredFile file);

    /// Removes a config or secret of the stack; nothing happens when it is gone already.
    ///
    /// @param name within the stack
    /// @throws PlatformException while a service uses it
    void removeFile(StackName stack, FileKind kind, String name);

    /// @param stack says which volumes and networks of the service are its own and which are external
    void createService(Stack stack, StampedService service);

    /// Changes a service in place.
    ///
    /// @throws PlatformException of kind CONFLICT when somebody else changed the service after it
    ///     was observed
    void updateService(Stack stack, ObservedService before, StampedService after);

    /// Removes a service; nothing happens when it is gone already. Its volumes stay.
    void removeService(StackName stack, ServiceName service);

    /// The whole spec of a service in the engine's own form, including what Modmon has no word for.
    ///
    /// @throws PlatformException of kind NOT_FOUND when the service does not exist
    String engineSpec(StackName stack, ServiceName service);

    /// Makes a service exactly what it was, whether it was changed or removed since, and by whom.
    /// Nothing is ordered when the service is just so already.
    void restoreService(StackName stack, ServiceSnapshot snapshot);

    /// Removes a network of the stack; nothing happens when it is gone already.
    ///
    /// @throws PlatformException of kind CONFLICT while something still uses it
    void removeNetwork(StackName stack, String network);
}
