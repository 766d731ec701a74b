package dev.modmon.server.docker;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the engine writes what Compose writes otherwise.
final class EngineForm {
    private static final String ALL = "ALL";

    private EngineForm() {}

    /// `START_FIRST` is `start-first` to the engine.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word, E absent) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(absent);
    }

    /// Compose's `NAME:ADDRESS` is `ADDRESS NAME`, as in a hosts file.
    static String host(String entry) {
        int colon = entry.indexOf(':');
        return colon < 0 ? entry : entry.substring(colon + 1) + " " + entry.substring(0, colon);
    }

    static String composeHost(String entry) {
        int space = entry.indexOf(' ');
        return space < 0 ? entry : entry.substring(space + 1) + ":" + entry.substring(0, space);
    }

    /// Sorted, in capitals and with their prefix; `ALL` makes the others superfluous.
    static List<String> capabilities(List<String> names) {
        List<String> normal =
                names.stream().map(EngineForm::capability).distinct().sorted().toList();
        return normal.contains(ALL) ? List.of(ALL) : normal;
    }

    /// What is both dropped and added is added, except that everything may be dropped first.
    static List<String> droppedCapabilities(List<String> dropped, List<String> added) {
        List<String> kept = capabilities(added);
        return capabilities(dropped).stream()
                .filter(name -> name.equals(ALL) || !kept.contains(name))
                .toList();
    }

    private static String capability(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(ALL) || upper.startsWith("CAP_") ? upper : "CAP_" + upper;
    }
}
