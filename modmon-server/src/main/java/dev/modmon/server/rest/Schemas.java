package dev.modmon.server.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON Schemas (2020-12, as OpenAPI 3.1 takes them) of wire records: a component is required unless it
/// is `@Nullable`, a sealed interface is `oneOf` its records.
final class Schemas {
    private final SortedMap<String, Object> named = new TreeMap<>();

    /// The schemas of all records that were referred to, by name.
    SortedMap<String, Object> named() {
        return named;
    }

    /// A record's members, and whether each must be there.
    Map<String, Boolean> members(Class<?> type) {
        Map<String, Boolean> members = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            members.put(component.getName(), !isNullable(component));
        }
        return members;
    }

    /// A reference to the type's schema, or the schema itself for what has no name.
    Map<String, Object> of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> plain -> ofClass(plain);
            default -> throw new IllegalArgumentException("No schema for " + type);
        };
    }

    private Map<String, Object> ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (List.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(arguments[1]));
        }
        throw new IllegalArgumentException("No schema for " + type);
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return Map.of("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == double.class || type == Double.class) {
            return Map.of("type", "number", "format", "double");
        }
        if (type.isEnum()) {
            return Map.of("type", "string", "enum", constants(type));
        }
        return refer(type);
    }

    private Map<String, Object> refer(Class<?> type) {
        String name = nameOf(type);
        if (!named.containsKey(name)) {
            named.put(name, Map.of()); // A record may contain itself.
            named.put(name, type.isSealed() ? choice(type) : object(type, Map.of()));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> choice(Class<?> type) {
        JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes subTypes = type.getAnnotation(JsonSubTypes.class);
        if (info == null || subTypes == null) {
            throw new IllegalArgumentException(
                    type + " does not say how its cases are told apart.");
        }
        List<Object> cases = new ArrayList<>();
        for (JsonSubTypes.Type subType : subTypes.value()) {
            cases.add(
                    object(
                            subType.value(),
                            Map.of(
                                    info.property(),
                                    Map.of("type", "string", "const", subType.name()))));
        }
        return Map.of("oneOf", cases);
    }

    private Map<String, Object> object(Class<?> type, Map<String, Object> first) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("No schema for " + type);
        }
        Map<String, Object> properties = new LinkedHashMap<>(first);
        List<String> required = new ArrayList<>(first.keySet());
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> schema = of(component.getGenericType());
            if (isNullable(component)) {
                schema = Map.of("anyOf", List.of(schema, Map.of("type", "null")));
            } else {
                required.add(component.getName());
            }
            properties.put(component.getName(), schema);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(field -> {
                    JsonProperty name = field.getAnnotation(JsonProperty.class);
                    return name == null ? field.getName().toLowerCase(Locale.ROOT) : name.value();
                })
                .toList();
    }

    /// Nested records carry their owner's name: `PlanReport.PlannedStep`.
    private static String nameOf(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        return owner == null ? type.getSimpleName() : nameOf(owner) + "." + type.getSimpleName();
    }
}
