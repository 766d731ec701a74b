package dev.modmon.core.compose;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of memory as Compose files write them: `64M`, `1.5g`, `512kb`, `4096`. Units are powers of
/// 1024, whatever their spelling, because the docker client takes them so.
public final class ComposeBytes {
    private static final Pattern GRAMMAR =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?) ?(?:([kmgtp])i?b?|b)?");
    private static final String UNITS = "kmgtp";
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private ComposeBytes() {}

    /// Empty when the text is not an amount, or is one that the engine cannot hold.
    public static Optional<Long> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int power = matcher.group(2) == null ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        BigDecimal bytes =
                new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power)));
        return bytes.compareTo(MAX) > 0 ? Optional.empty() : Optional.of(bytes.longValue());
    }

    /// With the largest unit that needs no fraction.
    public static String text(long bytes) {
        int power = 0;
        long amount = bytes;
        while (amount != 0 && amount % 1024 == 0 && power < UNITS.length()) {
            amount /= 1024;
            power++;
        }
        return power == 0
                ? Long.toString(amount)
                : amount + UNITS.substring(power - 1, power).toUpperCase(Locale.ROOT);
    }
}
