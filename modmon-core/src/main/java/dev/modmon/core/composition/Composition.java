package dev.modmon.core.composition;

import dev.modmon.core.yaml.YamlMapping;

/// One Compose document made of all that belongs to it.
///
/// Its texts are literal or patterns, see [ComposedText]; it has no `include`, `extends`, `env_file` and
/// `profiles` any more; `environment`, `labels` and the like are mappings, and so are `depends_on` and
/// `networks` of services. What was wrong is told by diagnostics and left out.
public record Composition(YamlMapping document) {
    /// `services`, `networks`, `volumes`, `configs` or `secrets`, by name.
    public YamlMapping section(String key) {
        return document.get(key)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .orElseGet(() -> YamlMapping.empty(document.place()));
    }
}
