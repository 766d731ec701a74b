package dev.modmon.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Checks a value against the part of JSON Schema that our OpenAPI document uses. A keyword that it does not
/// know is a failure, so that nothing goes by unchecked.
record JsonSchemaCheck(JsonNode document) {
    List<String> errors(JsonNode value, JsonNode schema) {
        List<String> errors = new ArrayList<>();
        check(value, schema, "$", errors);
        return errors;
    }

    private void check(JsonNode value, JsonNode schema, String at, List<String> errors) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            JsonNode wanted = keyword.getValue();
            switch (keyword.getKey()) {
                case "$ref" -> check(value, resolve(wanted.asString()), at, errors);
                case "type" -> checkType(value, wanted.asString(), at, errors);
                case "const" -> {
                    if (!value.equals(wanted)) {
                        errors.add(at + " is not " + wanted);
                    }
                }
                case "enum" -> {
                    if (wanted.valueStream().noneMatch(value::equals)) {
                        errors.add(at + " is none of " + wanted);
                    }
                }
                case "items" -> {
                    for (int i = 0; i < value.size(); i++) {
                        check(value.get(i), wanted, at + "[" + i + "]", errors);
                    }
                }
                case "properties" ->
                        wanted.properties()
                                .forEach(property -> {
                                    JsonNode member = value.get(property.getKey());
                                    if (member != null) {
                                        check(
                                                member,
                                                property.getValue(),
                                                at + "." + property.getKey(),
                                                errors);
                                    }
                                });
                case "required" ->
                        wanted.valueStream()
                                .filter(name -> !value.has(name.asString()))
                                .forEach(name -> errors.add(at + " lacks " + name));
                case "additionalProperties" -> checkOthers(value, schema, wanted, at, errors);
                case "oneOf", "anyOf" -> checkCases(value, keyword.getKey(), wanted, at, errors);
                case "format" -> {}
                default -> errors.add("Unknown keyword " + keyword.getKey() + " at " + at);
            }
        }
    }

    private void checkOthers(
            JsonNode value, JsonNode schema, JsonNode wanted, String at, List<String> errors) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            boolean named = schema.path("properties").has(member.getKey());
            if (!named && wanted.isBoolean()) {
                errors.add(at + " has an unknown member " + member.getKey());
            } else if (!named) {
                check(member.getValue(), wanted, at + "." + member.getKey(), errors);
            }
        }
    }

    private void checkCases(
            JsonNode value, String keyword, JsonNode cases, String at, List<String> errors) {
        long fitting = cases.valueStream().filter(one -> errors(value, one).isEmpty()).count();
        if (fitting == 0 || keyword.equals("oneOf") && fitting > 1) {
            errors.add("%s fits %d of the cases".formatted(at, fitting));
        }
    }

    private static void checkType(JsonNode value, String type, String at, List<String> errors) {
        boolean fits =
                switch (type) {
                    case "string" -> value.isString();
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    case "null" -> value.isNull();
                    default -> false;
                };
        if (!fits) {
            errors.add("%s is no %s: %s".formatted(at, type, value));
        }
    }

    private JsonNode resolve(String reference) {
        JsonNode found = document.at(reference.substring(1));
        if (found.isMissingNode()) {
            throw new IllegalStateException(reference + " leads nowhere.");
        }
        return found;
    }
}
