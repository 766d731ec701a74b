package dev.modmon.core.compiler;

import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.Isolation;
import dev.modmon.core.compose.LoggingSpec;
import dev.modmon.core.compose.NameResolution;
import dev.modmon.core.compose.ProcessSpec;
import dev.modmon.core.composition.ListForms;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Decodes the keys of a service that say what runs in its containers.
final class ContainerDecoder {
    private static final String ALL = "ALL";

    private final String owner;
    private final Diagnostics diagnostics;

    ContainerDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    ContainerSpec decode(
            YamlFields fields,
            ImageReference image,
            SortedMap<String, EnvValue> environment,
            ContainerFiles files) {
        return new ContainerSpec(
                image,
                commandLine(fields, "entrypoint"),
                commandLine(fields, "command"),
                environment,
                files,
                process(fields),
                isolation(fields),
                names(fields),
                fields.mapping("healthcheck")
                        .map(m -> new HealthcheckDecoder(owner, diagnostics).decode(m))
                        .orElse(null),
                fields.mapping("logging").map(this::logging).orElse(null),
                units(fields).texts("labels"));
    }

    private ProcessSpec process(YamlFields fields) {
        return new ProcessSpec(
                text(fields, "user"),
                text(fields, "working_dir"),
                text(fields, "stop_signal"),
                units(fields)
                        .duration("stop_grace_period")
                        .orElse(ProcessSpec.DEFAULT_STOP_GRACE_PERIOD),
                fields.bool("init").orElse(null),
                fields.bool("tty").orElse(false),
                fields.bool("stdin_open").orElse(false),
                new UlimitsDecoder(owner, diagnostics).decode(fields.mapping("ulimits")));
    }

    private Isolation isolation(YamlFields fields) {
        return new Isolation(
                fields.bool("read_only").orElse(false),
                capabilities(fields, "cap_add"),
                dropped(fields),
                units(fields).texts("sysctls"));
    }

    private NameResolution names(YamlFields fields) {
        return new NameResolution(
                text(fields, "hostname"),
                extraHosts(fields),
                texts(fields, "dns"),
                texts(fields, "dns_search"));
    }

    private UnitFields units(YamlFields fields) {
        return new UnitFields(fields, owner, diagnostics);
    }

    private static @Nullable String text(YamlFields fields, String key) {
        return fields.text(key).map(Located::value).orElse(null);
    }

    private static List<String> texts(YamlFields fields, String key) {
        return fields.texts(key).stream().map(Located::value).distinct().toList();
    }

    /// As the engine keeps them: `net_admin` is `CAP_NET_ADMIN`, and `ALL` makes the others superfluous.
    private static List<String> capabilities(YamlFields fields, String key) {
        List<String> names =
                texts(fields, key).stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .map(name ->
                                name.equals(ALL) || name.startsWith("CAP_") ? name : "CAP_" + name)
                        .distinct()
                        .toList();
        return names.contains(ALL) ? List.of(ALL) : names;
    }

    /// What is both dropped and added is added, except that everything may be dropped first.
    private static List<String> dropped(YamlFields fields) {
        List<String> added = capabilities(fields, "cap_add");
        return capabilities(fields, "cap_drop").stream()
                .filter(name -> name.equals(ALL) || !added.contains(name))
                .toList();
    }

    /// One text is split as a shell would, without running one.
    private List<String> commandLine(YamlFields fields, String key) {
        if (!(fields.node(key).orElse(null) instanceof YamlScalar scalar)) {
            return fields.texts(key).stream().map(Located::value).toList();
        }
        Optional<List<String>> words = Words.split(scalar.text());
        if (words.isEmpty()) {
            diagnostics.error(
                    "compose.open-quote",
                    scalar.place(),
                    "'%s' of %s opens a quote that is never closed.".formatted(key, owner),
                    "Close it, or write the words as a list.");
        }
        return words.orElse(List.of());
    }

    /// `NAME=ADDRESS`, `NAME:ADDRESS` or a mapping; `NAME:ADDRESS` here.
    private List<String> extraHosts(YamlFields fields) {
        String what = "'extra_hosts' of " + owner;
        List<String> hosts = new ArrayList<>();
        fields.node("extra_hosts")
                .map(node -> ListForms.asMapping(node, "=:"))
                .map(node -> YamlFields.mappingOf(node, what, diagnostics))
                .ifPresent(mapping -> addHosts(mapping, what, hosts));
        return hosts;
    }

    private void addHosts(YamlMapping mapping, String what, List<String> hosts) {
        YamlFields entries = YamlFields.of(mapping, what, diagnostics);
        for (String name : mapping.byKey().keySet()) {
            for (Located<String> address : entries.texts(name)) {
                hosts.add(name + ":" + address.value());
                if (address.value().equals("host-gateway")) {
                    diagnostics.error(
                            "compose.not-in-swarm",
                            address.place(),
                            "Swarm does not know 'host-gateway' in %s.".formatted(what),
                            "Name an address.");
                }
            }
        }
    }

    private LoggingSpec logging(YamlMapping mapping) {
        String what = "'logging' of " + owner;
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        String driver = fields.requiredText("driver").map(Located::value).orElse("");
        LoggingSpec logging =
                new LoggingSpec(driver, new UnitFields(fields, what, diagnostics).texts("options"));
        return logging;
    }
}
