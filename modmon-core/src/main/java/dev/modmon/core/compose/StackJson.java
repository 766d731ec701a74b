package dev.modmon.core.compose;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A stack as JSON, for whoever keeps releases. Unlike everything that is printed it holds secret
/// values in full: keep it where only the server may read.
public final class StackJson {
    private static final JsonMapper MAPPER = buildMapper();

    private StackJson() {}

    public static String write(Stack stack) {
        return MAPPER.writeValueAsString(stack);
    }

    /// @throws IllegalArgumentException when the text is no stack; the message holds none of it
    public static Stack read(String json) {
        return read(json, Stack.class);
    }

    /// For the records that hold parts of a stack, such as what was observed on an engine.
    public static String writeAny(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The way back from [#writeAny].
    ///
    /// @throws IllegalArgumentException when the text is no such record; the message holds none of it
    public static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("null is no " + type.getSimpleName() + ".");
            }
            return value;
        } catch (JacksonException e) {
            // Jackson's message, and the cause, may quote the text, and with it a secret.
            throw new IllegalArgumentException(
                    "Not the JSON of a %s: line %d, column %d."
                            .formatted(
                                    type.getSimpleName(),
                                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                                    e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        }
    }

    private static JsonMapper buildMapper() {
        return JsonMapper.builder()
                .changeDefaultVisibility(visibility ->
                        visibility
                                .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                                .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                                .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addMixIn(ServiceName.class, OneValue.class)
                .addMixIn(ProjectName.class, OneValue.class)
                .addMixIn(EnvironmentName.class, OneValue.class)
                .addMixIn(ImageReference.class, OneValue.class)
                .addMixIn(ServiceMode.class, Mode.class)
                .build();
    }

    /// A record with one text in it is that text.
    private abstract static class OneValue {
        @JsonValue String value = "";

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        OneValue(String value) {}
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ServiceMode.Replicated.class, name = "replicated"),
        @JsonSubTypes.Type(value = ServiceMode.Global.class, name = "global"),
        @JsonSubTypes.Type(value = ServiceMode.ReplicatedJob.class, name = "replicated-job"),
        @JsonSubTypes.Type(value = ServiceMode.GlobalJob.class, name = "global-job")
    })
    private interface Mode {}
}
