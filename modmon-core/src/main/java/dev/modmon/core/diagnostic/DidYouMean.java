package dev.modmon.core.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/// Hints for a name that nothing has: the nearest one there is, or else all of them.
public final class DidYouMean {
    private static final int LONGEST_COMPARED = 64;
    private static final int MOST_LISTED = 20;

    private DidYouMean() {}

    /// One sentence: `Did you mean 'x'?`, or what there is.
    ///
    /// @param there what the names are, in the plural: `services`
    public static String hint(String given, Collection<String> names, String there) {
        return nearest(given, names)
                .map("Did you mean '%s'?"::formatted)
                .orElseGet(() -> listing(names, there));
    }

    /// The name that is most like the given one, if any is like it at all.
    public static Optional<String> nearest(String given, Collection<String> names) {
        int tolerated = Math.max(1, given.length() / 3);
        return names.stream()
                .filter(name -> !name.equals(given))
                .filter(name -> distance(given, name) <= tolerated)
                .min(
                        Comparator.comparingInt((String name) -> distance(given, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static String listing(Collection<String> names, String there) {
        if (names.isEmpty()) {
            return "There are no %s.".formatted(there);
        }
        String listed =
                names.stream()
                        .sorted()
                        .limit(MOST_LISTED)
                        .map("'%s'"::formatted)
                        .collect(Collectors.joining(", "));
        return "The %s are %s%s."
                .formatted(there, listed, names.size() > MOST_LISTED ? " and more" : "");
    }

    /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours; letter
    /// case costs nothing.
    private static int distance(String given, String name) {
        String a = given.toLowerCase(java.util.Locale.ROOT);
        String b = name.toLowerCase(java.util.Locale.ROOT);
        if (a.length() > LONGEST_COMPARED || b.length() > LONGEST_COMPARED) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
