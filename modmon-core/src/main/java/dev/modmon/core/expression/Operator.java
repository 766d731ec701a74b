package dev.modmon.core.expression;

import java.util.Arrays;
import java.util.Optional;

/// The operators with two sides, and how tightly they bind.
enum Operator {
    OR("||", 2),
    AND("&&", 3),
    SAME("===", 4),
    NOT_SAME("!==", 4),
    EQUAL("==", 4),
    NOT_EQUAL("!=", 4),
    LESS("<", 5),
    LESS_OR_EQUAL("<=", 5),
    GREATER(">", 5),
    GREATER_OR_EQUAL(">=", 5),
    PLUS("+", 6);

    private final String symbol;
    private final int binding;

    Operator(String symbol, int binding) {
        this.symbol = symbol;
        this.binding = binding;
    }

    static Optional<Operator> of(String symbol) {
        return Arrays.stream(values()).filter(it -> it.symbol.equals(symbol)).findFirst();
    }

    String symbol() {
        return symbol;
    }

    int binding() {
        return binding;
    }
}
