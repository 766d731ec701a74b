package dev.modmon.installer.score;

import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// Where two trees differ first.
///
/// @param left neutralises texts of the wanted tree: folders
/// @param right the same for the actual tree
record Difference(UnaryOperator<String> left, UnaryOperator<String> right) {
    Optional<String> first(JsonNode wanted, JsonNode actual) {
        return first("", wanted, actual);
    }

    private Optional<String> first(String path, JsonNode wanted, JsonNode actual) {
        if (wanted.isObject() && actual.isObject()) {
            return inObjects(path, wanted, actual);
        }
        if (wanted.isArray() && actual.isArray() && wanted.size() == actual.size()) {
            Optional<String> found = Optional.empty();
            Iterator<JsonNode> other = actual.iterator();
            int index = 0;
            for (JsonNode item : wanted) {
                int at = index++;
                JsonNode next = other.next();
                found = found.or(() -> first(path + "[" + at + "]", item, next));
            }
            return found;
        }
        String expected = left.apply(shown(wanted));
        String got = right.apply(shown(actual));
        return expected.equals(got)
                ? Optional.empty()
                : Optional.of("%s: %s, not %s".formatted(path, cut(expected), cut(got)));
    }

    private Optional<String> inObjects(String path, JsonNode wanted, JsonNode actual) {
        TreeSet<String> keys = new TreeSet<>(wanted.propertyNames());
        keys.addAll(actual.propertyNames());
        for (String key : keys) {
            String at = path + "." + key;
            if (!wanted.has(key)) {
                return Optional.of(at + ": nothing, not " + cut(shown(actual.get(key))));
            }
            if (!actual.has(key)) {
                return Optional.of(at + ": " + cut(shown(wanted.get(key))) + ", not nothing");
            }
            Optional<String> found = first(at, wanted.get(key), actual.get(key));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String shown(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static String cut(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
