package dev.modmon.core.schema;

import dev.modmon.core.specification.Attribute;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.specification.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes shapes as JSON Schema. Each kind of mapping is one definition; nothing at all may stand under any key, since
/// that is the same as leaving the key out.
final class SchemaWriter {
    /// From these on, `${}` and `{{}}` may stand for any single value, and what is missing may be said elsewhere.
    static final Set<MappingType> COMPOSED =
            Set.of(
                    ComposeSpecification.SERVICE,
                    ComposeSpecification.NETWORK,
                    ComposeSpecification.VOLUME,
                    ComposeSpecification.CONFIG,
                    ComposeSpecification.SECRET,
                    ComposeSpecification.INCLUDE);

    private final Map<MappingType, String> names = new IdentityHashMap<>();
    private final Map<String, Object> definitions = new TreeMap<>();

    Map<String, Object> schema(String id, String describes, Shape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", id);
        schema.put("title", describes);
        schema.put("description", "A file of a Modmon master repo.");
        schema.putAll(nullable(of(shape, false)));
        schema.put("definitions", definitions);
        return schema;
    }

    private Map<String, Object> of(Shape shape, boolean composed) {
        return switch (shape) {
            case Shape.Anything _ -> new LinkedHashMap<>();
            case Shape.Scalar scalar -> ScalarSchema.of(scalar, composed);
            case Shape.Items(var item) -> object("type", "array", "items", of(item, composed));
            case Shape.Named named -> named(named, composed);
            case Shape.Fields(var type) -> reference(type, composed);
            case Shape.Either(var forms) ->
                    anyOf(forms.stream().map(it -> of(it, composed)).toList());
        };
    }

    private Map<String, Object> named(Shape.Named named, boolean composed) {
        Map<String, Object> value = of(named.value(), composed);
        boolean mayBeEmpty = named.emptyAllowed() || named.value().fields().isPresent();
        return object(
                "type", "object", "additionalProperties", mayBeEmpty ? nullable(value) : value);
    }

    private Map<String, Object> reference(MappingType type, boolean composed) {
        String name = names.get(type);
        if (name == null) {
            name = type.name().replace(' ', '-');
            if (names.containsValue(name)) {
                throw new IllegalStateException(
                        "Two kinds of mapping are called '%s'.".formatted(name));
            }
            names.put(type, name);
            definitions.put(name, definition(type, composed || COMPOSED.contains(type)));
        }
        return object("$ref", "#/definitions/" + name);
    }

    private Map<String, Object> definition(MappingType type, boolean composed) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Attribute attribute : type.attributes()) {
            Map<String, Object> property = nullable(of(attribute.shape(), composed));
            String description = Descriptions.of(type, attribute);
            if (!description.isEmpty()) {
                property.put("description", description);
            }
            properties.put(attribute.key(), property);
            if (attribute.required() && !composed) {
                required.add(attribute.key());
            }
        }
        Map<String, Object> definition = object("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            definition.put("required", required);
        }
        if (type.extensible()) {
            definition.put("patternProperties", object("^x-", new LinkedHashMap<>()));
        }
        definition.put("additionalProperties", false);
        return definition;
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        Map<String, Object> nothing = object("type", "null");
        if (schema.get("anyOf") instanceof List<?> forms) {
            List<Object> more = new ArrayList<>(forms);
            if (!more.contains(nothing)) {
                more.add(nothing);
            }
            return object("anyOf", more);
        }
        return anyOf(List.of(schema, nothing));
    }

    private static Map<String, Object> anyOf(List<Map<String, Object>> forms) {
        List<Object> flat = new ArrayList<>();
        for (Map<String, Object> form : forms) {
            if (form.get("anyOf") instanceof List<?> inner) {
                flat.addAll(inner);
            } else {
                flat.add(form);
            }
        }
        return object("anyOf", flat);
    }

    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
