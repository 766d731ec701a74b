package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Checks that what services refer to is there: other services, networks, volumes, configs, secrets.
final class References {
    private static final String DEFAULT_NETWORK = "default";
    private static final String SERVICE = "service:";
    private static final List<String> NAMESPACES = List.of("network_mode", "ipc", "pid", "uts");

    private final Composition all;
    private final YamlMapping running;
    private final Diagnostics diagnostics;
    private final Set<String> networks;
    private final Set<String> volumes;
    private final Set<String> configs;
    private final Set<String> secrets;

    /// @param all with the services of every profile
    References(Composition all, Composition running, Diagnostics diagnostics) {
        this.all = all;
        this.running = running.section("services");
        this.diagnostics = diagnostics;
        this.networks = new TreeSet<>(all.section("networks").byKey().keySet());
        this.networks.add(DEFAULT_NETWORK);
        this.volumes = all.section("volumes").byKey().keySet();
        this.configs = all.section("configs").byKey().keySet();
        this.secrets = all.section("secrets").byKey().keySet();
    }

    void check() {
        for (Entry entry : running.entries()) {
            if (entry.value() instanceof YamlMapping service) {
                check(entry.key(), service);
            }
        }
    }

    private void check(String name, YamlMapping service) {
        entries(service, "depends_on").forEach(it -> checkService(name, it.key(), it.place()));
        entries(service, "networks").forEach(it -> checkNetwork(name, it));
        items(service, "volumes").forEach(this::checkVolume);
        items(service, "configs").forEach(it -> checkFile("config", it, configs));
        items(service, "secrets").forEach(it -> checkFile("secret", it, secrets));
        if (service.get("build").orElse(null) instanceof YamlMapping build) {
            items(build, "secrets").forEach(it -> checkFile("secret", it, secrets));
        }
        for (String key : NAMESPACES) {
            if (service.get(key).orElse(null) instanceof YamlScalar scalar
                    && scalar.text().startsWith(SERVICE)) {
                String other = scalar.text().substring(SERVICE.length());
                checkService(name, other, scalar.place());
            }
        }
        for (YamlNode link : items(service, "links")) {
            if (link instanceof YamlScalar scalar) {
                checkService(name, scalar.text().split(":", 2)[0], scalar.place());
            }
        }
    }

    private void checkService(String name, String other, Place place) {
        if (running.has(other)) {
            return;
        }
        String hint =
                all.section("services").has(other)
                        ? "It belongs to profiles that are not chosen."
                        : DidYouMean.hint(other, running.byKey().keySet(), "services");
        diagnostics.error(
                "service.unknown-dependency",
                place,
                "Service '%s' depends on '%s', which is not there.".formatted(name, other),
                hint);
    }

    private void checkNetwork(String name, Entry network) {
        if (!networks.contains(network.key())) {
            diagnostics.error(
                    "network.undeclared",
                    network.place(),
                    "Service '%s' is in network '%s', which is not declared."
                            .formatted(name, network.key()),
                    declare("networks", network.key(), networks));
        }
    }

    private void checkVolume(YamlNode mount) {
        String volume = volume(mount);
        if (!volume.isEmpty() && !volumes.contains(volume)) {
            diagnostics.error(
                    "volume.undeclared",
                    mount.place(),
                    "Volume '%s' is not declared.".formatted(volume),
                    declare("volumes", volume, volumes));
        }
    }

    /// The name of the volume that is mounted; empty when it is none, or when it is still open.
    private static String volume(YamlNode mount) {
        if (mount instanceof YamlScalar scalar) {
            MountText parts = MountText.of(scalar.text());
            boolean named = !ComposedText.isPattern(scalar) && !parts.isBind();
            return named ? parts.source() : "";
        }
        return mount instanceof YamlMapping mapping && text(mapping, "type").equals("volume")
                ? text(mapping, "source")
                : "";
    }

    private void checkFile(String kind, YamlNode use, Collection<String> declared) {
        String name =
                use instanceof YamlMapping mapping
                        ? text(mapping, "source")
                        : use instanceof YamlScalar scalar ? scalar.text() : "";
        if (!name.isEmpty() && !declared.contains(name)) {
            diagnostics.error(
                    kind + ".undeclared",
                    use.place(),
                    "%s '%s' is not declared."
                            .formatted(kind.equals("config") ? "Config" : "Secret", name),
                    declare(kind + "s", name, declared));
        }
    }

    private static String declare(String section, String name, Collection<String> declared) {
        return DidYouMean.nearest(name, declared)
                .map("Did you mean '%s'?"::formatted)
                .orElse("Declare it under 'swarm.%s': '%s:'.".formatted(section, name));
    }

    private static Collection<Entry> entries(YamlMapping service, String key) {
        return service.get(key).orElse(null) instanceof YamlMapping mapping
                ? mapping.entries()
                : List.of();
    }

    private static List<YamlNode> items(YamlMapping service, String key) {
        return service.get(key).orElse(null) instanceof YamlSequence list
                ? list.items()
                : List.of();
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof YamlScalar scalar && !scalar.isNull()
                ? scalar.text()
                : "";
    }
}
