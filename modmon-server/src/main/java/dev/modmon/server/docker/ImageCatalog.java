package dev.modmon.server.docker;

import dev.modmon.core.compose.ImageReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What registries said about images lately: the platforms of each, in the engine's form.
final class ImageCatalog {
    private static final int SIZE = 256;

    private final Map<ImageReference, JsonNode> platforms =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<ImageReference, JsonNode> eldest) {
                            return size() > SIZE;
                        }
                    });

    /// @param answer of the engine's `/distribution/…/json`
    void remember(ImageReference image, JsonNode answer) {
        ArrayNode known = JsonNodeFactory.instance.arrayNode();
        for (JsonNode platform : answer.path("Platforms")) {
            String architecture = platform.path("architecture").asString("");
            // 32-bit ARM names differ between images and nodes; Docker's own CLI leaves them out
            // too.
            known.addObject()
                    .put("Architecture", architecture.equals("arm") ? "" : architecture)
                    .put("OS", platform.path("os").asString(""));
        }
        platforms.put(image, known);
    }

    /// Empty when nothing is known, which lets every node be chosen.
    JsonNode platforms(ImageReference image) {
        return platforms.getOrDefault(image, JsonNodeFactory.instance.arrayNode());
    }
}
