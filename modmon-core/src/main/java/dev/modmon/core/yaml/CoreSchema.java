package dev.modmon.core.yaml;

import dev.modmon.core.yaml.YamlScalar.Type;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// What a plain scalar means by the YAML 1.2 core schema (yaml.org/spec/1.2.2, 10.3.2).
final class CoreSchema {
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]++|[0-9]++(\\.[0-9]*+)?)([eE][-+]?[0-9]++)?");
    private static final Pattern SPECIAL_FLOAT =
            Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    /// A longer run of digits is text: it cannot be a number that anybody means, and parsing it costs
    /// the square of its length.
    private static final int MAX_DIGITS = 100;

    private CoreSchema() {}

    static Type typeOf(String text) {
        if (NULL.matcher(text).matches()) {
            return Type.NULL;
        }
        if (BOOLEAN.matcher(text).matches()) {
            return Type.BOOLEAN;
        }
        if (text.length() > MAX_DIGITS) {
            return Type.TEXT;
        }
        if (INTEGER.matcher(text).matches()) {
            return Type.INTEGER;
        }
        return FLOAT.matcher(text).matches() || SPECIAL_FLOAT.matcher(text).matches()
                ? Type.FLOAT
                : Type.TEXT;
    }

    static BigInteger parseInteger(String text) {
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        }
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return new BigInteger(text);
    }

    static double parseFloat(String text) {
        if (SPECIAL_FLOAT.matcher(text).matches()) {
            if (text.startsWith("-")) {
                return Double.NEGATIVE_INFINITY;
            }
            return text.toLowerCase(java.util.Locale.ROOT).endsWith("nan")
                    ? Double.NaN
                    : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
