package dev.modmon.core.compose;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/// A mapping of a Compose file as it grows, in the order of its keys. What says nothing is left out,
/// and `$` is doubled in every text, because the docker client would take it for a variable.
final class Entries {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    Entries text(String key, @Nullable String value) {
        if (value != null) {
            node.put(key, literal(value));
        }
        return this;
    }

    /// A text whose variables the docker client shall fill in.
    Entries template(String key, String value) {
        node.put(key, value);
        return this;
    }

    Entries number(String key, long value) {
        node.put(key, value);
        return this;
    }

    Entries number(String key, double value) {
        node.put(key, value);
        return this;
    }

    /// A number with a leading zero, as file modes are written.
    Entries octal(String key, int value) {
        node.set(key, new POJONode(new StackYaml.Octal(value)));
        return this;
    }

    Entries flag(String key, boolean value) {
        node.put(key, value);
        return this;
    }

    Entries texts(String key, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = node.putArray(key);
            values.forEach(value -> list.add(literal(value)));
        }
        return this;
    }

    Entries texts(String key, Map<String, String> values) {
        Entries inner = new Entries();
        values.forEach(inner::text);
        return nested(key, inner);
    }

    Entries nested(String key, Entries inner) {
        if (!inner.node.isEmpty()) {
            node.set(key, inner.node);
        }
        return this;
    }

    /// Even when there is nothing in it.
    Entries nestedAlways(String key, Entries inner) {
        node.set(key, inner.node);
        return this;
    }

    Entries list(String key, Collection<Entries> items) {
        if (!items.isEmpty()) {
            ArrayNode list = node.putArray(key);
            items.forEach(item -> list.add(item.node));
        }
        return this;
    }

    JsonNode node() {
        return node;
    }

    private static String literal(String value) {
        return value.replace("$", "$$");
    }
}
