package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.expression.TemplateSyntax;
import dev.modmon.core.interpolation.Interpolation;
import dev.modmon.core.interpolation.Variables;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Puts the values of expressions and variables into texts.
final class TextResolution {
    private final UndefinedVariables undefined;
    private final Diagnostics diagnostics;
    private final Set<String> reported = new HashSet<>();

    TextResolution(UndefinedVariables undefined, Diagnostics diagnostics) {
        this.undefined = undefined;
        this.diagnostics = diagnostics;
    }

    YamlScalar resolve(YamlScalar scalar, TextScope scope) {
        String text = scalar.text();
        Expressions expressions = scope.expressions();
        boolean evaluated = expressions != null && isExpression(text);
        if (!evaluated && text.indexOf('$') < 0) {
            return scalar;
        }
        Tokens tokens = new Tokens();
        Tokenized tokenized = new Tokenized(scalar, tokens, evaluated ? expressions : null);
        Optional<String> interpolated =
                Interpolation.parse(tokenized.text(), tokenized, diagnostics)
                        .flatMap(it -> it.render(lookup(scope.variables(), tokens), diagnostics));
        return interpolated
                .map(it -> tokens.resolved(scalar, it))
                .orElseGet(() -> ComposedText.open(scalar, text));
    }

    /// `{{.Node.Hostname}}` and the like are filled in by the engine.
    static boolean isExpression(String text) {
        int open = text.indexOf(TemplateSyntax.OPEN);
        if (open < 0) {
            return false;
        }
        for (; open >= 0; open = text.indexOf(TemplateSyntax.OPEN, open + 1)) {
            int at = open + TemplateSyntax.OPEN.length();
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '.') {
                return false;
            }
        }
        return true;
    }

    /// The variables as interpolation asks for them; tokens stand for values.
    Variables lookup(VariableSource variables, Tokens tokens) {
        return new Variables() {
            @Override
            public Optional<String> find(String name) {
                return variables.find(name).map(value -> shown(value, tokens));
            }

            @Override
            public String undefined(String name, String written, Place place) {
                if (reported.add(name)) {
                    reportUndefined(name, place);
                }
                return undefined == UndefinedVariables.EMPTY ? "" : tokens.open(name);
            }
        };
    }

    /// An empty value stays empty, since operators ask for that.
    private static String shown(Rendered value, Tokens tokens) {
        if (value.secret()) {
            return tokens.secret(value.text());
        }
        return value.text().isEmpty() ? "" : tokens.literal(value.text());
    }

    private void reportUndefined(String name, Place place) {
        diagnostics.warning(
                "variable.undefined",
                place,
                "Variable '%s' is not defined.".formatted(name),
                undefined == UndefinedVariables.EMPTY
                        ? "It counts as empty; define it in the env file, or write '${%s:-DEFAULT}'."
                                .formatted(name)
                        : "It is left to the machine that runs the file; define it in the env file, or write '${%s:-DEFAULT}'."
                                .formatted(name));
    }

    /// A text whose expressions are evaluated already, and where its characters come from.
    private static final class Tokenized implements IntFunction<Place> {
        private final YamlScalar scalar;
        private final StringBuilder text = new StringBuilder();
        private final int[] origins;

        Tokenized(YamlScalar scalar, Tokens tokens, @Nullable Expressions expressions) {
            this.scalar = scalar;
            this.origins = new int[scalar.text().length() + 1];
            read(tokens, expressions);
        }

        String text() {
            return text.toString();
        }

        @Override
        public Place apply(int index) {
            return scalar.placeAt(origins[Math.min(index, text.length())]);
        }

        private void read(Tokens tokens, @Nullable Expressions expressions) {
            String source = scalar.text();
            int at = 0;
            while (at < source.length()) {
                origins[text.length()] = at;
                if (expressions != null && source.startsWith(TemplateSyntax.OPEN, at)) {
                    int end = TemplateSyntax.end(source, at);
                    int stop = end < 0 ? source.length() : end;
                    int start = at;
                    Rendered value =
                            expressions.evaluate(
                                    source.substring(start, stop),
                                    index -> scalar.placeAt(start + index));
                    text.append(token(value, tokens));
                    at = stop;
                } else {
                    char c = source.charAt(at);
                    text.append(Tokens.isToken(c) ? tokens.literal(String.valueOf(c)) : c);
                    at++;
                }
            }
            origins[text.length()] = source.length();
        }

        private static String token(Rendered value, Tokens tokens) {
            return value.secret() ? tokens.secret(value.text()) : tokens.literal(value.text());
        }
    }
}
