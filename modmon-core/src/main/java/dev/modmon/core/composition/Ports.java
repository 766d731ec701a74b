package dev.modmon.core.composition;

import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/// What makes a published port another one than the next.
final class Ports {
    private static final int MOST = 1000;

    /// @param address with its colon, or empty
    /// @param published empty when the engine chooses
    private record Parts(String address, String published, String target, String protocol) {
        String identity() {
            String host = address.isEmpty() ? "0.0.0.0:" : address;
            return host + published + ":" + target + "/" + protocol;
        }
    }

    private Ports() {}

    static String identity(YamlNode port) {
        if (port instanceof YamlMapping mapping) {
            String address = text(mapping, "host_ip", "");
            return new Parts(
                            address.isEmpty() ? "" : address + ":",
                            published(mapping),
                            text(mapping, "target", ""),
                            text(mapping, "protocol", "tcp"))
                    .identity();
        }
        return port instanceof YamlScalar scalar
                ? parts(scalar.text()).identity()
                : String.valueOf(port.toPlain());
    }

    /// A range of ports as the ports that are in it.
    static List<YamlNode> singles(YamlNode port) {
        if (!(port instanceof YamlScalar scalar) || scalar.text().indexOf('-') < 0) {
            return List.of(port);
        }
        Parts parts = parts(scalar.text());
        List<Integer> targets = range(parts.target());
        List<Integer> published = range(parts.published());
        boolean matched = parts.published().isEmpty() || targets.size() == published.size();
        if (targets.isEmpty() || !matched) {
            return List.of(port);
        }
        List<YamlNode> singles = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            String outside = published.isEmpty() ? "" : parts.address() + published.get(i) + ":";
            String protocol = scalar.text().indexOf('/') < 0 ? "" : "/" + parts.protocol();
            singles.add(YamlScalar.text(port.place(), outside + targets.get(i) + protocol));
        }
        return singles;
    }

    private static Parts parts(String text) {
        int slash = text.lastIndexOf('/');
        String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        String rest = slash < 0 ? text : text.substring(0, slash);
        int colon = rest.lastIndexOf(':');
        String target = rest.substring(colon + 1);
        String outside = colon < 0 ? "" : rest.substring(0, colon);
        int second = outside.lastIndexOf(':');
        return new Parts(
                second < 0 ? "" : outside.substring(0, second + 1),
                outside.substring(second + 1),
                target,
                protocol);
    }

    private static List<Integer> range(String text) {
        int dash = text.indexOf('-');
        try {
            int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
            if (first < 0 || last < first || last - first >= MOST) {
                return List.of();
            }
            List<Integer> range = new ArrayList<>();
            for (int port = first; port <= last; port++) {
                range.add(port);
            }
            return range;
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    /// To Compose the number 80 is another port than the text "80".
    private static String published(YamlMapping port) {
        boolean number =
                port.get("published").orElse(null) instanceof YamlScalar scalar
                        && scalar.type() == YamlScalar.Type.INTEGER;
        return (number ? "#" : "") + text(port, "published", "");
    }

    private static String text(YamlMapping port, String key, String absent) {
        return port.get(key).orElse(null) instanceof YamlScalar scalar && !scalar.isNull()
                ? scalar.text()
                : absent;
    }
}
