package dev.modmon.core.compiler;

import dev.modmon.core.composition.Expressions;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.expression.Scope;
import dev.modmon.core.expression.Template;
import dev.modmon.core.source.Place;
import java.util.function.IntFunction;

/// Expressions of the project's language.
record ScopedExpressions(Scope scope, Diagnostics diagnostics) implements Expressions {
    @Override
    public Rendered evaluate(String text, IntFunction<Place> places) {
        return Template.parse(text, places, diagnostics)
                .flatMap(template -> template.render(scope, diagnostics))
                .orElseGet(() -> Rendered.plain(""));
    }
}
