package dev.modmon.core.expression;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Value.Secret;
import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Text with expressions in `{{ }}`.
///
/// The language is total: whatever is written, it ends, and it reads nothing but the [Scope].
///
/// - Literals: `'text'`, `"text"`, `8080`, `0.5`, `true`, `false`; names; `a.b` and `a['b']`.
/// - `a === b`: same type and same value. `1 === '1'` is false. `!==` is its opposite.
/// - `a == b`: for one type as `===`; else both as they would be written, so `1 == '1'` and
///   `true == 'true'` are true. `!=` is its opposite.
/// - `<`, `<=`, `>`, `>=`: two numbers by value, two texts by their characters' code; nothing else.
/// - `!`, `&&`, `||`, `c ? a : b`: conditions are true or false, nothing counts as either. Only the
///   side that is needed is evaluated, but every name on both sides must exist.
/// - `a + b`: two numbers are added; all else is joined as text.
/// - A value with a secret in it stays secret, and can be joined and chosen, but decides nothing.
/// - There are no calls, and `{{'{{'}}` writes two braces.
public final class Template {
    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Inserted(Expression expression) implements Part {}
    }

    private final List<Part> parts;
    private final IntFunction<Place> places;

    private Template(List<Part> parts, IntFunction<Place> places) {
        this.parts = List.copyOf(parts);
        this.places = places;
    }

    /// Reads the text; empty when an expression in it is wrong, and the diagnostics say how.
    ///
    /// @param places where the text's character of an index stands
    public static Optional<Template> parse(
            String text, IntFunction<Place> places, Diagnostics diagnostics) {
        List<Part> parts = new ArrayList<>();
        boolean sound = true;
        int at = 0;
        for (int open = text.indexOf(TemplateSyntax.OPEN);
                open >= 0;
                open = text.indexOf(TemplateSyntax.OPEN, at)) {
            int end = TemplateSyntax.end(text, open);
            if (end < 0) {
                report(unclosed(open), places, diagnostics);
                return Optional.empty();
            }
            parts.add(new Part.Literal(text.substring(at, open)));
            sound &= parse(text, open, end, parts, places, diagnostics);
            at = end;
        }
        parts.add(new Part.Literal(text.substring(at)));
        return sound ? Optional.of(new Template(parts, places)) : Optional.empty();
    }

    private static boolean parse(
            String text,
            int open,
            int end,
            List<Part> parts,
            IntFunction<Place> places,
            Diagnostics diagnostics) {
        try {
            int from = open + TemplateSyntax.OPEN.length();
            int to = end - TemplateSyntax.CLOSE.length();
            parts.add(new Part.Inserted(Parser.parse(text, from, to)));
            return true;
        } catch (ExpressionException e) {
            report(e, places, diagnostics);
            return false;
        }
    }

    /// Whether there is no expression in it.
    public boolean isConstant() {
        return parts.stream().allMatch(Part.Literal.class::isInstance);
    }

    /// Evaluates all expressions; empty when one cannot be, and the diagnostics say why.
    public Optional<Rendered> render(Scope scope, Diagnostics diagnostics) {
        List<Value> values = new ArrayList<>();
        boolean sound = true;
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(var text) -> values.add(Value.text(text));
                case Part.Inserted(var expression) -> {
                    Optional<Value> value = evaluate(expression, scope, diagnostics);
                    value.ifPresent(values::add);
                    sound &= value.isPresent();
                }
            }
        }
        return sound ? Optional.of(join(values)) : Optional.empty();
    }

    private Optional<Value> evaluate(Expression expression, Scope scope, Diagnostics diagnostics) {
        List<ExpressionException> unknown = NameCheck.problems(expression, scope);
        unknown.forEach(problem -> report(problem, places, diagnostics));
        if (!unknown.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Evaluator(scope).value(expression));
        } catch (ExpressionException e) {
            report(e, places, diagnostics);
            return Optional.empty();
        }
    }

    private static Rendered join(List<Value> values) {
        return Rendered.join(
                values.stream()
                        .map(value -> new Rendered(ValueText.of(value), value instanceof Secret))
                        .toList());
    }

    private static ExpressionException unclosed(int open) {
        return new ExpressionException(
                "expression.unclosed",
                open,
                "The expression that starts here is not closed.",
                "Close it with '}}'.");
    }

    private static void report(
            ExpressionException problem, IntFunction<Place> places, Diagnostics diagnostics) {
        diagnostics.error(
                problem.code(),
                places.apply(problem.index()),
                String.valueOf(problem.getMessage()),
                problem.hint());
    }
}
