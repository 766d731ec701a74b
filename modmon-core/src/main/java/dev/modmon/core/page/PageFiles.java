package dev.modmon.core.page;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the files of pages in the master repo.
record PageFiles(SourceTree tree, Diagnostics diagnostics) {
    private static final Pattern WILD = Pattern.compile("[*?]");
    private static final Pattern UNKNOWN = Pattern.compile("[\\[\\]{}]|\\*\\*");

    /// The file at this path; reported when it is not there.
    Optional<String> file(Located<String> path) {
        return guarded(
                path,
                () -> {
                    if (tree.read(path.value()).isPresent()) {
                        return Optional.of(path.value());
                    }
                    reportMissing(path);
                    return Optional.empty();
                });
    }

    /// Paths of the files that a pattern with `*` and `?` in its last step fits.
    Optional<List<String>> matching(Located<String> pattern) {
        return guarded(pattern, () -> found(pattern));
    }

    private Optional<List<String>> found(Located<String> pattern) {
        int slash = pattern.value().lastIndexOf('/');
        String folder = slash < 0 ? "" : pattern.value().substring(0, slash);
        String name = pattern.value().substring(slash + 1);
        if (slash <= 0 || WILD.matcher(folder).find() || UNKNOWN.matcher(pattern.value()).find()) {
            diagnostics.error(
                    "page.bad-pattern",
                    pattern.place(),
                    "Pattern '%s' must be a folder and a file name in which '*' and '?' may stand."
                            .formatted(pattern.value()),
                    "Write it as in static/html/*.html.");
            return Optional.empty();
        }
        FileNamePattern fitting = new FileNamePattern(name);
        return Optional.of(
                tree.list(folder).stream()
                        .filter(it -> !it.startsWith(".") && fitting.matches(it))
                        .map(it -> folder + "/" + it)
                        .toList());
    }

    private <T> Optional<T> guarded(
            Located<String> path, java.util.function.Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (SourceException e) {
            diagnostics.error("page.unreadable", path.place(), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }

    private void reportMissing(Located<String> path) {
        int slash = path.value().lastIndexOf('/');
        List<String> beside =
                slash < 0
                        ? List.of()
                        : tree.list(path.value().substring(0, slash)).stream()
                                .map(it -> path.value().substring(0, slash + 1) + it)
                                .toList();
        report(path.place(), path.value(), beside);
    }

    private void report(Place place, String path, List<String> beside) {
        diagnostics.error(
                "page.missing-file",
                place,
                "There is no file %s.".formatted(path),
                DidYouMean.nearest(path, beside)
                        .map("Did you mean '%s'?"::formatted)
                        .orElse("Paths start at the root of the master repo."));
    }
}
