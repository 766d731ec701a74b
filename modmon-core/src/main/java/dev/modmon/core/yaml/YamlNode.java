package dev.modmon.core.yaml;

import dev.modmon.core.source.Place;
import org.jspecify.annotations.Nullable;

/// A node of a YAML document: aliases and merge keys are resolved, places are kept.
///
/// A node reached through an alias has the place of its anchor.
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {
    /// Where the node starts.
    Place place();

    /// A local tag that Compose gives a meaning to, `!reset` or `!override`; empty for all others.
    String tag();

    /// What it is, for messages: `a mapping`, `a list`, `text`, ….
    String kind();

    /// The node as `Map`, `List`, `String`, `Boolean`, `Long`, `BigInteger`, `Double` or null;
    /// maps keep the order of the document.
    @Nullable Object toPlain();

    /// Whether nothing was written, or an explicit null.
    default boolean isNull() {
        return this instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NULL;
    }
}
