package dev.modmon.core.compiler;

import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.List;

/// Decodes `links`: `SERVICE` or `SERVICE:NAME`.
final class LinksDecoder {
    private LinksDecoder() {}

    /// A service that another one reaches by a name.
    record Link(String service, String name, Place place) {
        boolean renames() {
            return !name.equals(service);
        }
    }

    static List<Link> decode(List<Located<String>> links) {
        return links.stream().map(LinksDecoder::link).toList();
    }

    private static Link link(Located<String> text) {
        int colon = text.value().indexOf(':');
        String service = colon < 0 ? text.value() : text.value().substring(0, colon);
        String name = colon < 0 ? service : text.value().substring(colon + 1);
        return new Link(service, name, text.place());
    }
}
