package dev.modmon.core.interpolation;

import java.util.Arrays;
import java.util.Optional;

/// What stands between a variable's name and its argument. With the colon, an empty value counts as none.
enum Operator {
    DEFAULT_IF_EMPTY(":-"),
    DEFAULT("-"),
    REQUIRED_FILLED(":?"),
    REQUIRED("?"),
    REPLACED_IF_FILLED(":+"),
    REPLACED("+");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /// The operator that the text has at this index.
    static Optional<Operator> at(String text, int index) {
        return Arrays.stream(values()).filter(it -> text.startsWith(it.symbol, index)).findFirst();
    }

    int length() {
        return symbol.length();
    }
}
