package dev.modmon.core.compose;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shares of processors as Compose files write them: `0.5` is half a processor.
public final class ComposeCpus {
    private static final Pattern GRAMMAR = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?|\\.\\d{1,9}");
    private static final int NANO = 9;

    private ComposeCpus() {}

    /// In billionths of a processor; empty when the text is not such a number.
    public static Optional<Long> parse(String text) {
        return GRAMMAR.matcher(text).matches()
                ? Optional.of(new BigDecimal(text).movePointRight(NANO).longValueExact())
                : Optional.empty();
    }

    public static String text(long nanoCpus) {
        BigDecimal cpus = BigDecimal.valueOf(nanoCpus, NANO).stripTrailingZeros();
        return cpus.toPlainString();
    }
}
