package dev.modmon.cli.scaffold;

import dev.modmon.core.edit.YamlFragment;
import dev.modmon.core.prefab.ServiceDraft;
import java.util.Optional;

/// Where a service listens, and where that is published.
///
/// @param published empty when it is for the project's own services only
record Port(int target, Optional<Integer> published) {
    /// @param text `80`, or `8080:80` to publish it
    static Port of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 2) {
            throw refused(text);
        }
        return new Port(
                number(parts[parts.length - 1], text),
                parts.length == 2 ? Optional.of(number(parts[0], text)) : Optional.empty());
    }

    private static int number(String part, String text) {
        if (!part.matches("[0-9]{1,5}")
                || Integer.parseInt(part) < 1
                || Integer.parseInt(part) > 65_535) {
            throw refused(text);
        }
        return Integer.parseInt(part);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "Port '%s' must be a number such as 80, or PUBLISHED:TARGET such as 8080:80."
                        .formatted(text));
    }

    /// A service that is reached there.
    ServiceDraft of(ServiceDraft service) {
        if (published.isPresent()) {
            return service.with(
                    "ports",
                    YamlFragment.of(
                            "- target: %d\n  published: %d".formatted(target, published.get())));
        }
        return service.service().plain("expose").isPresent()
                ? service
                : service.with("expose", YamlFragment.of("[%d]".formatted(target)));
    }
}
