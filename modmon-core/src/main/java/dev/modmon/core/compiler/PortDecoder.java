package dev.modmon.core.compiler;

import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Decodes `ports`: `8080:80/tcp`, ranges, and the long form.
final class PortDecoder {
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?:(?<ip>\\[[^\\]]*]|\\d+(?:\\.\\d+){3}|localhost):)?(?:(?<published>\\d{1,5}(?:-\\d{1,5})?)?:)?(?<target>\\d{1,5}(?:-\\d{1,5})?)(?:/(?<protocol>[a-zA-Z]+))?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "[::]");
    private static final int LAST_PORT = 65_535;

    private final String owner;
    private final Diagnostics diagnostics;

    PortDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// What makes a port another one when files are merged.
    static List<?> identities(YamlNode item, Diagnostics diagnostics) {
        return new PortDecoder("", diagnostics)
                .decode(item).stream()
                        .map(p -> List.of(p.target(), p.published(), p.protocol()))
                        .toList();
    }

    List<PortSpec> decode(List<YamlNode> items) {
        List<PortSpec> ports = new ArrayList<>();
        Set<String> published = new HashSet<>();
        for (YamlNode item : items) {
            for (PortSpec port : decode(item)) {
                String key = port.published() + "/" + port.protocol();
                if (port.published() != 0 && !published.add(key)) {
                    diagnostics.error(
                            "service.port-twice",
                            item.place(),
                            "Port %d is published twice by %s.".formatted(port.published(), owner),
                            "Remove one of the two.");
                }
                ports.add(port);
            }
        }
        return ports;
    }

    private List<PortSpec> decode(YamlNode item) {
        return switch (item) {
            case YamlMapping mapping -> longForm(mapping);
            case YamlScalar scalar when !scalar.isNull() -> shortForm(scalar);
            default -> {
                malformed(item.place(), item.kind());
                yield List.of();
            }
        };
    }

    private List<PortSpec> shortForm(YamlScalar scalar) {
        Matcher matcher = SHORT.matcher(scalar.text());
        if (!matcher.matches()) {
            malformed(scalar.place(), "'" + scalar.text() + "'");
            return List.of();
        }
        String address = matcher.group("ip");
        if (address != null && !EVERYWHERE.contains(address)) {
            refuseAddress(scalar.place(), address);
        }
        Optional<PortSpec.Protocol> protocol =
                matcher.group("protocol") == null
                        ? Optional.of(PortSpec.Protocol.TCP)
                        : protocol(new Located<>(matcher.group("protocol"), scalar.place()));
        return protocol.map(p ->
                        ports(
                                matcher.group("target"),
                                matcher.group("published"),
                                p,
                                PortSpec.Mode.INGRESS,
                                scalar.place()))
                .orElse(List.of());
    }

    private List<PortSpec> longForm(YamlMapping mapping) {
        YamlFields fields = YamlFields.of(mapping, "a port of " + owner, diagnostics);
        Optional<Located<String>> target = fields.requiredText("target");
        Optional<Located<String>> published = fields.text("published");
        PortSpec.Protocol protocol =
                fields.text("protocol").flatMap(this::protocol).orElse(PortSpec.Protocol.TCP);
        PortSpec.Mode mode = fields.text("mode").flatMap(this::mode).orElse(PortSpec.Mode.INGRESS);
        return target.map(t ->
                        ports(
                                t.value(),
                                published.map(Located::value).orElse(null),
                                protocol,
                                mode,
                                t.place()))
                .orElse(List.of());
    }

    private List<PortSpec> ports(
            String target,
            @Nullable String published,
            PortSpec.Protocol protocol,
            PortSpec.Mode mode,
            Place place) {
        List<Integer> targets = range(target, place);
        List<Integer> outside =
                published == null ? targets.stream().map(_ -> 0).toList() : range(published, place);
        if (targets.isEmpty() || outside.isEmpty()) {
            return List.of();
        }
        if (targets.size() == 1 && outside.size() > 1) {
            diagnostics.error(
                    "compose.not-in-swarm",
                    place,
                    "Any port of %s may be published for port %s of %s, but a Swarm needs to be told which."
                            .formatted(published, target, owner),
                    "Name one, or none: then the engine chooses.");
            return List.of();
        }
        if (targets.size() != outside.size()) {
            diagnostics.error(
                    "compose.bad-port",
                    place,
                    "Ports %s and %s of %s are ranges of different length."
                            .formatted(published, target, owner),
                    "Publish as many ports as the container has.");
            return List.of();
        }
        List<PortSpec> ports = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            ports.add(new PortSpec(targets.get(i), outside.get(i), protocol, mode));
        }
        return ports;
    }

    private List<Integer> range(String text, Place place) {
        Matcher matcher = RANGE.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first >= 1 && first <= last && last <= LAST_PORT && last - first < 1000) {
                return IntStream.rangeClosed(first, last).boxed().toList();
            }
        }
        malformed(place, "'" + text + "'");
        return List.of();
    }

    private Optional<PortSpec.Protocol> protocol(Located<String> text) {
        return Words.constant(
                text,
                "Protocol",
                diagnostics,
                PortSpec.Protocol.values(),
                p -> p.name().toLowerCase(Locale.ROOT));
    }

    private Optional<PortSpec.Mode> mode(Located<String> text) {
        return Words.constant(
                text,
                "Port mode",
                diagnostics,
                PortSpec.Mode.values(),
                m -> m.name().toLowerCase(Locale.ROOT));
    }

    private void refuseAddress(Place place, String address) {
        diagnostics.error(
                "compose.not-in-swarm",
                place,
                "A port of %s is bound to address %s, but Swarm publishes on every address of a node."
                        .formatted(owner, address),
                "Leave the address out, or do not publish the port: services reach each other without.");
    }

    private void malformed(Place place, String found) {
        diagnostics.error(
                "compose.bad-port",
                place,
                "A port of %s must look like 80, 8080:80 or 8080:80/udp, with ports from 1 to 65535, but this is %s."
                        .formatted(owner, found),
                "");
    }
}
