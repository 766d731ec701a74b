package dev.modmon.core.specification;

/// What a single value may be.
public enum ScalarForm {
    TEXT("text", "s"),
    /// Text as it is spelled, also where YAML sees a number or a truth value in it.
    SPELLED("text", "sifb"),
    /// Text or a number, kept as text.
    TEXT_OR_NUMBER("text or a number", "sif"),
    TEXT_OR_INTEGER("text or a whole number", "si"),
    TEXT_OR_BOOLEAN("text, true or false", "sb"),
    /// Text such as `1m30s`.
    DURATION("a duration such as 30s or 1m30s", "s"),
    /// A number of bytes, or text such as `64m`.
    BYTES("an amount of memory such as 64m or 1g", "sif"),
    /// As [#BYTES], but never a bare number.
    BYTES_AS_TEXT("an amount of memory such as 64m or 1g, in quotes when it has no unit", "s"),
    /// Also as text of digits, since `"${REPLICAS}"` is text.
    INTEGER("a whole number", "i"),
    /// Also as text of a number.
    NUMBER("a number", "if"),
    /// Also as text that says so.
    BOOLEAN("true or false", "b"),
    /// A value of a variable, a label and the like; nothing at all counts too.
    VALUE("text, a number, true or false", "sifbn"),
    /// A driver's option.
    OPTION("text or a number", "sifn");

    private final String words;
    private final String kinds;

    ScalarForm(String words, String kinds) {
        this.words = words;
        this.kinds = kinds;
    }

    /// What is expected, for messages.
    public String words() {
        return words;
    }

    public boolean takesText() {
        return has('s');
    }

    public boolean takesInteger() {
        return has('i');
    }

    public boolean takesFraction() {
        return has('f');
    }

    public boolean takesBoolean() {
        return has('b');
    }

    public boolean takesNothing() {
        return has('n');
    }

    private boolean has(char kind) {
        return kinds.indexOf(kind) >= 0;
    }
}
