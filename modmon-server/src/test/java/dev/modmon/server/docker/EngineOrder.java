package dev.modmon.server.docker;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Engine JSON in a form in which what has no order compares equal.
final class EngineOrder {
    private static final Set<String> ORDERED = Set.of("Command", "Args", "Test", "Preferences");

    private EngineOrder() {}

    static JsonNode sorted(JsonNode node) {
        return sorted("", node);
    }

    private static JsonNode sorted(String field, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> copy.set(e.getKey(), sorted(e.getKey(), e.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array && !ORDERED.contains(field)) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.values().stream()
                    .map(element -> sorted("", element))
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .forEach(copy::add);
            return copy;
        }
        return node;
    }
}
