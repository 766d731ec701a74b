package dev.modmon.core.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Changes one thing of a document of maps, lists and values.
final class Mutations {
    private static final List<@Nullable Object> STRUCTURES =
            Arrays.asList(
                    null,
                    List.of(),
                    Map.of(),
                    42L,
                    -1L,
                    Long.MAX_VALUE,
                    0.5,
                    true,
                    "text",
                    List.of("a", "a"),
                    List.of(Map.of("a", "b"), 1L),
                    Arrays.asList((Object) null),
                    Map.of("a", Map.of("b", List.of("c"))),
                    Map.of("name", "x", "target", "y"),
                    List.of(List.of(List.of())));

    /// A node by the keys and indexes that lead to it.
    record Path(List<Object> steps) {}

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /// Every node, the root excepted.
    static List<Path> nodes(Object document) {
        List<Path> found = new ArrayList<>();
        collect(document, List.of(), found);
        return found;
    }

    private static void collect(@Nullable Object node, List<Object> at, List<Path> found) {
        if (!at.isEmpty()) {
            found.add(new Path(at));
        }
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(value, longer(at, key), found));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), longer(at, i), found);
            }
        }
    }

    private static List<Object> longer(List<Object> steps, Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    static boolean isScalar(Object document, Path path) {
        Object node = document;
        for (Object step : path.steps()) {
            node = node instanceof Map<?, ?> map ? map.get(step) : child((List<?>) node, step);
        }
        return !(node instanceof Map) && !(node instanceof List);
    }

    private static @Nullable Object child(@Nullable List<?> list, Object step) {
        return list == null ? null : list.get((Integer) step);
    }

    /// The document with another text in this place.
    Object withText(Object document, Path path) {
        String text = HostileTexts.ALL.get(random.nextInt(HostileTexts.ALL.size()));
        return replaced(document, path.steps(), text, false);
    }

    /// The document with another name for this key, or another item.
    Object withKey(Object document, Path path) {
        String text = HostileTexts.ALL.get(random.nextInt(HostileTexts.ALL.size()));
        return replaced(document, path.steps(), text, true);
    }

    static Object withKey(Object document, Path path, String key) {
        return replaced(document, path.steps(), key, true);
    }

    /// The document with something of another form in this place.
    Object withStructure(Object document, Path path) {
        Object structure = STRUCTURES.get(random.nextInt(STRUCTURES.size()));
        return replaced(document, path.steps(), structure, false);
    }

    private static Object replaced(
            Object node, List<Object> steps, @Nullable Object value, boolean key) {
        Object step = steps.getFirst();
        boolean last = steps.size() == 1;
        List<Object> rest = steps.subList(1, steps.size());
        if (node instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
            map.forEach((name, child) -> {
                boolean here = name.equals(step);
                Object newName = here && last && key ? String.valueOf(value) : name;
                changed.put(newName, here ? changedChild(child, rest, value, key) : child);
            });
            return changed;
        }
        List<@Nullable Object> changed = new ArrayList<>((List<?>) node);
        int index = (Integer) step;
        changed.set(index, last ? value : replaced(changed.get(index), rest, value, key));
        return changed;
    }

    private static @Nullable Object changedChild(
            @Nullable Object child, List<Object> rest, @Nullable Object value, boolean key) {
        if (rest.isEmpty()) {
            return key ? child : value;
        }
        return child == null ? null : replaced(child, rest, value, key);
    }
}
