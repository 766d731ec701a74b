package dev.modmon.core.importer;

/// Text as a YAML scalar.
final class Quoted {
    private Quoted() {}

    static String of(String text) {
        return text.chars().anyMatch(c -> c < ' ') || text.contains("'")
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
                : "'" + text + "'";
    }
}
