package dev.modmon.cli.catalogue;

import dev.modmon.core.diagnostic.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to do next after a wrong command line.
final class Hints {
    static final String OVERVIEW = "'modmon help' lists the commands.";

    private Hints() {}

    static String usage(Signature signature) {
        return "Usage: %s\n'modmon help %s' explains it."
                .formatted(signature.usage(), signature.name());
    }

    static String forUnknownCommand(String word, Catalogue catalogue) {
        List<String> names = new ArrayList<>(catalogue.next("").keySet());
        names.addAll(catalogue.names());
        return joined(suggestion(word, names), OVERVIEW);
    }

    static String forBegunCommand(String begun, Catalogue catalogue) {
        return "One of: %s.\n'modmon help %s' explains them."
                .formatted(
                        catalogue.begunBy(begun).stream()
                                .map(CatalogueCommand::getName)
                                .collect(Collectors.joining(", ")),
                        begun);
    }

    /// `Did you mean 'status'?`, or empty when nothing known is near.
    static String suggestion(String word, Collection<String> known) {
        return DidYouMean.nearest(word, known).map("Did you mean '%s'?"::formatted).orElse("");
    }

    static String joined(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
