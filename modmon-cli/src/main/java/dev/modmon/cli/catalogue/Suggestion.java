package dev.modmon.cli.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that a user most likely meant.
public final class Suggestion {
    private Suggestion() {}

    /// `Did you mean 'status'?`, or empty when nothing known is near.
    public static String of(String word, Collection<String> known) {
        return nearest(word, known).map("Did you mean '%s'?"::formatted).orElse("");
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        int tolerated = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= tolerated)
                .min(
                        Comparator.comparingInt((String candidate) -> distance(word, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// Insertions, deletions, replacements and swaps of neighbours; a word that is only begun is near.
    private static int distance(String word, String candidate) {
        if (word.length() >= 2 && candidate.startsWith(word)) {
            return 1;
        }
        int[][] d = new int[word.length() + 1][candidate.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= candidate.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, word, candidate, i, j);
            }
        }
        return d[word.length()][candidate.length()];
    }

    private static int step(int[][] d, String word, String candidate, int i, int j) {
        boolean same = word.charAt(i - 1) == candidate.charAt(j - 1);
        int best =
                Math.min(
                        Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1),
                        d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && word.charAt(i - 1) == candidate.charAt(j - 2)
                        && word.charAt(i - 2) == candidate.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
