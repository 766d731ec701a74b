package dev.modmon.core.compiler;

import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.composition.ListForms;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decodes `networks` of a service, a list of names or a mapping with aliases.
final class NetworksDecoder {
    private final String owner;
    private final Diagnostics diagnostics;

    NetworksDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// A network that a service is in, by the name it has in the project.
    record Membership(NetworkAttachment attachment, Place place) {
        String network() {
            return attachment.network();
        }
    }

    /// A service that names none is in `default`.
    List<Membership> decode(Optional<YamlNode> networks, Place service) {
        List<Membership> memberships = new ArrayList<>();
        if (networks.isPresent()) {
            YamlNode node = ListForms.asMapping(networks.get(), "");
            String what = "'networks' of " + owner;
            for (Entry entry : YamlFields.mappingOf(node, what, diagnostics).entries()) {
                memberships.add(membership(entry));
            }
        }
        return memberships.isEmpty()
                ? List.of(new Membership(NetworkAttachment.of("default"), service))
                : memberships;
    }

    private Membership membership(Entry entry) {
        String what = "network '%s' of %s".formatted(entry.key(), owner);
        YamlMapping mapping = YamlFields.mappingOf(entry.value(), what, diagnostics);
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        List<String> aliases = fields.texts("aliases").stream().map(Located::value).toList();
        NetworkAttachment attachment =
                new NetworkAttachment(
                        entry.key(),
                        aliases,
                        new UnitFields(fields, what, diagnostics).texts("driver_opts"));
        return new Membership(attachment, entry.place());
    }
}
