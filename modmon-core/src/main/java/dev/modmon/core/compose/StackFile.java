package dev.modmon.core.compose;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes a stack as a file that plain docker deploys: `docker stack deploy -c FILE NAME`.
///
/// Only what differs from the engine's defaults is written, always in the same order; the same stack
/// gives the same bytes. Secrets are variables, which docker takes from its environment.
public final class StackFile {
    /// Where the file belongs in a master repo.
    public static final String PATH = "docker-stack.yaml";

    /// Where texts go that the file can only name: it has no word for a config's content.
    private static final String COMPANIONS = ".modmon/compiled/";

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
                .forEach(s -> services.nestedAlways(s.name().value(), ServiceEntries.of(s, stack)));
        Entries file =
                new Entries()
                        .text("version", FormatVersion.of(stack))
                        .nestedAlways("services", services)
                        .nested("networks", networks(stack))
                        .nested("volumes", volumes(stack))
                        .nested("configs", files(stack, stack.configs()))
                        .nested("secrets", files(stack, stack.secrets()));
        String command = "docker stack deploy -c %s %s".formatted(PATH, stack.name());
        return CompiledFileHeader.of(
                        stack.name(),
                        origin,
                        command,
                        StackSecrets.variablesOfServices(stack),
                        List.of(
                                toBeMade("configs", stack, stack.configs()),
                                toBeMade("secrets", stack, stack.secrets())))
                + StackYaml.write(file.node());
    }

    /// What must lie beside the file, by path from the root of the master repo: the configs whose text
    /// is in no file of their own.
    public static SortedMap<String, String> companions(Stack stack) {
        TreeMap<String, String> companions = new TreeMap<>();
        stack.configs().stream()
                .filter(config -> isBeside(config))
                .forEach(config ->
                        companions.put(companion(stack, config), config.content().text()));
        return companions;
    }

    private static boolean isBeside(StoredFile file) {
        return !file.naming().isExternal() && file.path().isEmpty() && !file.content().secret();
    }

    private static String companion(Stack stack, StoredFile file) {
        return COMPANIONS + stack.name() + "/" + file.storedName();
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

    /// What must be there before plain docker can deploy; empty when nothing must.
    private static String toBeMade(String kind, Stack stack, List<StoredFile> files) {
        String names =
                files.stream()
                        .filter(StackFile::isMadeByHand)
                        .map(file -> file.naming().engineName(stack.name(), file.name()))
                        .collect(Collectors.joining(" "));
        return names.isEmpty() ? "" : "with these %s made before: %s".formatted(kind, names);
    }

    /// What is in it may be in no file.
    private static boolean isMadeByHand(StoredFile file) {
        return !file.naming().isExternal() && file.path().isEmpty() && !isBeside(file);
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
        Entries entries = named(network.naming(), network.name());
        if (network.naming().isExternal()) {
            return entries;
        }
        entries.text("driver", network.driver().equals("overlay") ? null : network.driver())
                .texts("driver_opts", network.driverOptions())
                .nested("ipam", addresses(network.addresses()));
        if (network.attachable()) {
            entries.flag("attachable", true);
        }
        if (network.internal()) {
            entries.flag("internal", true);
        }
        return entries.texts("labels", network.labels());
    }

    private static Entries addresses(AddressPool pool) {
        String usual = AddressPool.CHOSEN_BY_ENGINE.driver();
        return new Entries()
                .text("driver", pool.driver().equals(usual) ? null : pool.driver())
                .list(
                        "config",
                        pool.subnets().stream().map(s -> new Entries().text("subnet", s)).toList());
    }

    private static Entries volumes(Stack stack) {
        Entries volumes = new Entries();
        for (VolumeSpec volume : stack.volumes()) {
            Entries entries = named(volume.naming(), volume.name());
            if (!volume.naming().isExternal()) {
                entries.text("driver", volume.driver().isEmpty() ? null : volume.driver())
                        .texts("driver_opts", volume.driverOptions())
                        .texts("labels", volume.labels());
            }
            volumes.nestedAlways(volume.name(), entries);
        }
        return volumes;
    }

    private static Entries named(Naming naming, String name) {
        return switch (naming) {
            case SCOPED -> new Entries();
            case EXACT -> new Entries().text("name", name);
            case EXTERNAL -> new Entries().flag("external", true);
        };
    }

    private static Entries files(Stack stack, List<StoredFile> files) {
        Entries entries = new Entries();
        files.forEach(file -> entries.nestedAlways(file.name(), file(stack, file)));
        return entries;
    }

    private static Entries file(Stack stack, StoredFile file) {
        if (file.naming().isExternal()) {
            return new Entries().flag("external", true);
        }
        if (isMadeByHand(file)) {
            return new Entries()
                    .text("name", file.naming().engineName(stack.name(), file.name()))
                    .flag("external", true);
        }
        String path = file.path().isEmpty() ? companion(stack, file) : file.path();
        return new Entries()
                .text("name", file.engineName(stack.name()))
                .text("file", "./" + path)
                .texts("labels", file.labels())
                .text(
                        "template_driver",
                        file.templateDriver().isEmpty() ? null : file.templateDriver());
    }
}
