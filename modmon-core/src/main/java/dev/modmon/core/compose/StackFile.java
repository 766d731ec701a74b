package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes a stack as a file that plain docker deploys: `docker stack deploy -c FILE NAME`.
///
/// Only what differs from the engine's defaults is written, always in the same order; the same stack
/// gives the same bytes. Secrets are variables, which docker takes from its environment.
public final class StackFile {
    /// Where the file belongs in a master repo.
    public static final String PATH = "docker-stack.yaml";

    /// The lowest that has a limit of processes; Engine 20.10's client knows it.
    private static final String FORMAT_VERSION = "3.9";

    private StackFile() {}

    /// What the file was made from.
    ///
    /// @param commit of the master repo, or words for a state that is no commit
    /// @param tags of the images, by app repo
    public record Origin(String commit, SortedMap<String, String> tags) {
        public Origin {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }
    }

    /// @param stack compiled, not resolved: each secret value is made of variables
    /// @throws IllegalArgumentException when the stack holds a secret itself
    public static String write(Stack stack, Origin origin) {
        refuseLiteralSecrets(stack);
        Entries services = new Entries();
        stack.services()
                .forEach(s -> services.nestedAlways(s.name().value(), ServiceEntries.of(s)));
        Entries file =
                new Entries()
                        .text("version", FORMAT_VERSION)
                        .nestedAlways("services", services)
                        .nested("networks", networks(stack))
                        .nested("volumes", volumes(stack));
        String command = "docker stack deploy -c %s %s".formatted(PATH, stack.name());
        return CompiledFileHeader.of(stack.name(), origin, command, StackSecrets.variables(stack))
                + StackYaml.write(file.node());
    }

    private static void refuseLiteralSecrets(Stack stack) {
        for (ServiceSpec service : stack.services()) {
            service.container()
                    .environment()
                    .forEach((name, value) -> {
                        if (value.secret() && StackSecrets.variables(value).isEmpty()) {
                            throw new IllegalArgumentException(
                                    "%s of service '%s' is a secret and must not be in a file."
                                            .formatted(name, service.name()));
                        }
                    });
        }
    }

    private static Entries networks(Stack stack) {
        Entries networks = new Entries();
        for (NetworkSpec network : stack.networks()) {
            if (!network.equals(NetworkSpec.overlay("default"))) {
                networks.nestedAlways(network.name(), network(network));
            }
        }
        return networks;
    }

    private static Entries network(NetworkSpec network) {
        Entries entries = new Entries();
        if (network.external()) {
            return entries.flag("external", true);
        }
        entries.text("driver", network.driver().equals("overlay") ? null : network.driver());
        entries.texts("driver_opts", network.driverOptions());
        if (network.attachable()) {
            entries.flag("attachable", true);
        }
        if (network.internal()) {
            entries.flag("internal", true);
        }
        return entries;
    }

    private static Entries volumes(Stack stack) {
        Entries volumes = new Entries();
        for (VolumeSpec volume : stack.volumes()) {
            Entries entries = new Entries();
            if (volume.external()) {
                entries.flag("external", true);
            } else {
                entries.text("driver", volume.driver().isEmpty() ? null : volume.driver());
                entries.texts("driver_opts", volume.driverOptions());
            }
            volumes.nestedAlways(volume.name(), entries);
        }
        return volumes;
    }
}
