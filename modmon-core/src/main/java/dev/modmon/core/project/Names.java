package dev.modmon.core.project;

/// How a refused name is shown in a message: short, and without control characters.
final class Names {
    private static final int SHOWN = 40;

    private Names() {}

    static String shown(String value) {
        String printable = value.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }
}
