package dev.modmon.core.compiler;

import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.List;
import java.util.Optional;

/// A service that is decoded by itself; what it says of others is still unchecked.
///
/// @param place of its name
/// @param containerName a name that others may know it by
record DraftService(
        ServiceName name,
        Place place,
        ContainerSpec container,
        DeployDecoder.Deploy deploy,
        List<PortSpec> ports,
        Place portsPlace,
        List<MountDecoder.Mount> mounts,
        List<GrantsDecoder.Granted> configs,
        List<GrantsDecoder.Granted> secrets,
        List<NetworksDecoder.Membership> networks,
        List<LinksDecoder.Link> links,
        Optional<Located<String>> containerName,
        List<DependenciesDecoder.Dependency> dependsOn) {}
