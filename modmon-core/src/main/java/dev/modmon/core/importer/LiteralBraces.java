package dev.modmon.core.importer;

import dev.modmon.core.expression.TemplateSyntax;

/// Keeps the braces of other template languages from being read as Modmon's expressions: each `{{` becomes an
/// expression that writes two braces.
final class LiteralBraces {
    private static final String PLAIN = "{{'{{'}}";
    private static final String IN_SINGLE_QUOTES = "{{''{{''}}";

    private LiteralBraces() {}

    static boolean in(String text) {
        return text.contains(TemplateSyntax.OPEN);
    }

    static String escape(String text) {
        return text.replace(TemplateSyntax.OPEN, PLAIN);
    }

    /// The same for text that stands in single quotes.
    static String escapeInSingleQuotes(String text) {
        return text.replace(TemplateSyntax.OPEN, IN_SINGLE_QUOTES);
    }
}
