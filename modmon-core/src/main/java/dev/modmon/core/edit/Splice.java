package dev.modmon.core.edit;

import java.util.Comparator;
import java.util.List;

/// Characters that give way to others.
record Splice(int from, int to, String replacement) {
    static Splice insert(int at, String text) {
        return new Splice(at, at, text);
    }

    static Splice delete(int from, int to) {
        return new Splice(from, to, "");
    }

    /// @param splices which do not overlap; of two at one place the first comes first
    static String apply(String text, List<Splice> splices) {
        Comparator<Splice> order = Comparator.comparingInt(Splice::from);
        StringBuilder changed = new StringBuilder(text);
        splices.reversed().stream()
                .sorted(order.thenComparingInt(Splice::to).reversed())
                .forEach(it -> changed.replace(it.from(), it.to(), it.replacement()));
        return changed.toString();
    }
}
