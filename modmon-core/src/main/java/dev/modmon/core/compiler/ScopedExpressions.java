package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Scope;
import dev.modmon.core.expression.Template;
import dev.modmon.core.source.Place;
import java.util.function.IntFunction;

/// Expressions of the project's language.
record ScopedExpressions(Scope scope, Diagnostics diagnostics) implements Expressions {
    @Override
    public EnvValue evaluate(String text, IntFunction<Place> places) {
        return Template.parse(text, places, diagnostics)
                .flatMap(template -> template.render(scope, diagnostics))
                .map(rendered -> new EnvValue(rendered.text(), rendered.secret()))
                .orElseGet(() -> EnvValue.plain(""));
    }
}
