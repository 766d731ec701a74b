package dev.modmon.cli.console;

/// How a piece of text stands out on a terminal.
public enum Style {
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return text.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
