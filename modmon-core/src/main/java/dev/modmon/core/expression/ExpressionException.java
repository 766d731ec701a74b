package dev.modmon.core.expression;

/// Why an expression cannot be read or evaluated; [Template] makes a diagnostic of it.
final class ExpressionException extends RuntimeException {
    private final String code;
    private final int index;
    private final String hint;

    /// @param index in the template's text
    ExpressionException(String code, int index, String message, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.index = index;
        this.hint = hint;
    }

    static ExpressionException syntax(int index, String message, String hint) {
        return new ExpressionException("expression.syntax", index, message, hint);
    }

    String code() {
        return code;
    }

    int index() {
        return index;
    }

    String hint() {
        return hint;
    }
}
