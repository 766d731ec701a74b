package dev.modmon.core.rollout;

import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// What differs between a service that runs and one that is wanted, field by field.
///
/// What restarts tasks and what does not was measured on Engine 20.10: everything in the task
/// template does, and so do ports and the endpoint mode; replicas, update policies and the service's
/// own labels do not. New placement constraints do only where a task's node no longer meets them,
/// which is not known here, so they count as restarting.
public final class ServiceDiff {
    private ServiceDiff() {}

    /// Empty when nothing has to change.
    public static List<FieldChange> between(ObservedService observed, ServiceSpec after) {
        ServiceSpec before = observed.spec();
        List<FieldChange> found = new ArrayList<>();
        Changes restarting = new Changes(found, true);
        Changes quiet = new Changes(found, false);
        ContainerDiff.add(restarting, observed, after.container());
        networks(restarting, before, after);
        restarting.entries("ports", ports(before), ports(after), ServiceDiff::shown);
        DeployDiff.add(restarting, quiet, before.deploy(), after.deploy());
        restarting.value(
                "deploy.endpoint_mode",
                before.endpointMode(),
                after.endpointMode(),
                mode -> mode.name().toLowerCase(Locale.ROOT));
        quiet.texts("deploy.labels", before.labels(), after.labels());
        return List.copyOf(found);
    }

    private static void networks(Changes changes, ServiceSpec before, ServiceSpec after) {
        changes.entries("networks", networks(before), networks(after), ServiceDiff::shown);
    }

    private static SortedMap<String, NetworkAttachment> networks(ServiceSpec service) {
        SortedMap<String, NetworkAttachment> byName = new TreeMap<>();
        service.networks().forEach(n -> byName.put(n.network(), n));
        return byName;
    }

    private static String shown(NetworkAttachment network) {
        String aliases =
                network.aliases().isEmpty() ? "joined" : String.join(", ", network.aliases());
        return network.driverOptions().isEmpty()
                ? aliases
                : aliases + " " + network.driverOptions();
    }

    private static SortedMap<String, List<PortSpec>> ports(ServiceSpec service) {
        SortedMap<String, List<PortSpec>> byTarget = new TreeMap<>();
        for (PortSpec port : service.ports()) {
            String key = port.target() + "/" + port.protocol().name().toLowerCase(Locale.ROOT);
            byTarget.computeIfAbsent(key, _ -> new ArrayList<>()).add(port);
        }
        return byTarget;
    }

    private static String shown(List<PortSpec> ports) {
        return String.join(", ", ports.stream().map(ServiceDiff::shown).toList());
    }

    private static String shown(PortSpec port) {
        String published = port.published() == 0 ? "any" : Integer.toString(port.published());
        return published + " (" + port.mode().name().toLowerCase(Locale.ROOT) + ")";
    }
}
