package dev.modmon.core.compiler;

import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import java.util.List;

/// A service that is decoded by itself; what it says of others is still unchecked.
///
/// @param place of its name
record DraftService(
        ServiceName name,
        Place place,
        ContainerSpec container,
        DeployDecoder.Deploy deploy,
        List<PortSpec> ports,
        Place portsPlace,
        List<MountDecoder.Mount> mounts,
        List<NetworksDecoder.Membership> networks,
        List<DependenciesDecoder.Dependency> dependsOn) {}
