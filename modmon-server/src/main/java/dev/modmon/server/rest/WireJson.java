package dev.modmon.server.rest;

import dev.modmon.server.operation.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// JSON as it goes over the wire. Reading is strict: what is unknown, missing or twice is an error.
public final class WireJson {
    private final JsonMapper mapper =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
    private final Schemas schemas = new Schemas();

    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /// @throws ProblemException 400 when the bytes are no such value
    public Object read(byte[] bytes, Class<?> type) {
        try {
            JsonNode tree = mapper.readTree(bytes);
            requireMembers(tree, type);
            return mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw ProblemException.badRequest("request.malformed", describe(e), "");
        }
    }

    private void requireMembers(@Nullable JsonNode tree, Class<?> type) {
        if (tree == null || !tree.isObject()) {
            throw ProblemException.badRequest(
                    "request.malformed", "The body must be one JSON object.", "");
        }
        for (Map.Entry<String, Boolean> member : schemas.members(type).entrySet()) {
            JsonNode value = tree.get(member.getKey());
            if (member.getValue() && (value == null || value.isNull())) {
                throw ProblemException.badRequest(
                        "request.member-missing",
                        "The body lacks the member '%s'.".formatted(member.getKey()),
                        "");
            }
        }
    }

    /// What is wrong, and never the value: it may be a secret.
    private static String describe(JacksonException e) {
        return switch (e) {
            case StreamReadException syntax ->
                    "The body is not valid JSON (line %d, column %d)."
                            .formatted(
                                    syntax.getLocation().getLineNr(),
                                    syntax.getLocation().getColumnNr());
            case UnrecognizedPropertyException unknown ->
                    "The body has an unknown member '%s'.".formatted(unknown.getPropertyName());
            case DatabindException data ->
                    "The body has a value of the wrong kind at '%s'."
                            .formatted(data.getPathReference().replaceAll("[\\w.$]*\\.", ""));
            default -> "The body is not the JSON that is expected here.";
        };
    }
}
