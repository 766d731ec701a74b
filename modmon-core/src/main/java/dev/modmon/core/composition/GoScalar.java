package dev.modmon.core.composition;

import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlScalar.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads numbers as Compose's YAML library does, and spells them as Compose passes them on: `0440` is 288,
/// `1_000` is 1000, `1.10` is `1.1` and `1e3` is 1000.
final class GoScalar {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();
    private static final int LONGEST = 100;

    /// Powers of ten from which on, and below which, Go writes an exponent.
    private static final int LARGE = 6;

    private static final int SMALL = -4;

    private GoScalar() {}

    static YamlScalar of(YamlScalar scalar) {
        return switch (scalar.type()) {
            case NULL -> scalar;
            case BOOLEAN -> with(scalar, scalar.text().toLowerCase(Locale.ROOT), Type.BOOLEAN);
            case INTEGER, FLOAT -> number(scalar);
            case TEXT -> scalar.lead() == 0 ? plain(scalar) : scalar;
        };
    }

    /// What has no quotes around it and is no number to YAML 1.2 may be one to Compose, or a point in time.
    private static YamlScalar plain(YamlScalar scalar) {
        return mayBeNumber(scalar.text())
                ? number(scalar)
                : GoTimestamp.spelled(scalar.text())
                        .map(time -> with(scalar, time, Type.TEXT))
                        .orElse(scalar);
    }

    private static boolean mayBeNumber(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !startsNumber(text)) {
            return false;
        }
        return text.indexOf('_') > 0 || text.contains("0b") || text.contains("0X");
    }

    private static boolean startsNumber(String text) {
        char c = text.charAt(0);
        return c >= '0' && c <= '9' || c == '-' || c == '+';
    }

    private static YamlScalar number(YamlScalar scalar) {
        String plain = scalar.text().replace("_", "");
        BigInteger whole = whole(plain);
        if (whole != null && whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) < 0) {
            return with(scalar, whole.toString(), Type.INTEGER);
        }
        if (!isDecimal(plain)) {
            return scalar;
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            return scalar;
        }
        String text = spelled(value);
        return with(scalar, text, allDigits(text, 10) ? Type.INTEGER : Type.FLOAT);
    }

    private static YamlScalar with(YamlScalar scalar, String text, Type type) {
        return text.equals(scalar.text()) && type == scalar.type()
                ? scalar
                : new YamlScalar(scalar.place(), scalar.tag(), text, type, YamlScalar.NOT_VERBATIM);
    }

    /// Null when the text is no whole number.
    private static @Nullable BigInteger whole(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        String lower = digits.toLowerCase(Locale.ROOT);
        int radix = 10;
        String rest = digits;
        if (lower.startsWith("0x") || lower.startsWith("0b") || lower.startsWith("0o")) {
            radix = lower.charAt(1) == 'x' ? 16 : lower.charAt(1) == 'b' ? 2 : 8;
            rest = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = 8;
        }
        if (!allDigits(rest, radix)) {
            return null;
        }
        BigInteger value = new BigInteger(rest, radix);
        return text.startsWith("-") ? value.negate() : value;
    }

    private static boolean allDigits(String text, int radix) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isDecimal(String text) {
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if ("+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return digits;
    }

    /// As Go's `%v` prints a float.
    private static String spelled(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        if (exponent >= SMALL && exponent < LARGE) {
            return shortest.toPlainString();
        }
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
