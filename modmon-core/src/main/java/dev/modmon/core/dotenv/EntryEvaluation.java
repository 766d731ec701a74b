package dev.modmon.core.dotenv;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.expression.Scope;
import dev.modmon.core.expression.Template;
import dev.modmon.core.expression.TemplateSyntax;
import dev.modmon.core.interpolation.Interpolation;
import dev.modmon.core.interpolation.Variables;
import dev.modmon.core.source.Place;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Evaluates one entry of an env template. What expressions come to, and secrets, stand in the text as
/// marks while variables are put in, so that nothing in them is read as a variable.
///
/// @param earlier the variables before it
record EntryEvaluation(
        Scope scope, Function<String, Optional<Rendered>> earlier, Diagnostics diagnostics) {
    /// The longest that Linux accepts in a process's environment, with its name.
    private static final int MAX_LENGTH = 128 * 1024 - 512;

    Optional<Rendered> of(DotenvEntry entry) {
        DotenvValue value = entry.value();
        if (value == null) {
            diagnostics.warning(
                    "env.no-value",
                    entry.place(),
                    "Variable '%s' has no value, so it is left out.".formatted(entry.name()),
                    "Write '%s=' for an empty one.".formatted(entry.name()));
            return Optional.empty();
        }
        return isTooLong(value.text(), entry)
                ? Optional.empty()
                : evaluate(value).filter(it -> !isTooLong(it.text(), entry));
    }

    private boolean isTooLong(String text, DotenvEntry entry) {
        boolean tooLong = text.length() > MAX_LENGTH;
        if (tooLong) {
            diagnostics.error(
                    "env.too-long",
                    entry.place(),
                    "The value of '%s' has %d characters; a variable can hold %d."
                            .formatted(entry.name(), text.length(), MAX_LENGTH),
                    "Put it into a file that the service mounts.");
        }
        return tooLong;
    }

    private Optional<Rendered> evaluate(DotenvValue value) {
        if (!value.interpolated() || value.text().indexOf('$') < 0) {
            return render(value.text(), value::placeAt);
        }
        Marks marks = new Marks();
        return marked(value, marks).flatMap(text -> interpolate(text, marks)).map(marks::resolve);
    }

    private Optional<Rendered> render(String text, IntFunction<Place> places) {
        return Template.parse(text, places, diagnostics)
                .flatMap(template -> template.render(scope, diagnostics));
    }

    /// The text with a mark for each expression.
    private Optional<MarkedText> marked(DotenvValue value, Marks marks) {
        String text = value.text();
        MarkedText marked = new MarkedText(value);
        boolean sound = true;
        int at = 0;
        for (int open = text.indexOf(TemplateSyntax.OPEN);
                open >= 0;
                open = text.indexOf(TemplateSyntax.OPEN, at)) {
            int end = TemplateSyntax.end(text, open);
            if (end < 0) {
                render(text.substring(open), right(value, open)); // Tells that it is not closed.
                return Optional.empty();
            }
            Optional<Rendered> expression = render(text.substring(open, end), right(value, open));
            sound &= expression.isPresent();
            marked.append(at, open);
            if (expression.isPresent()) {
                marked.append(marks.of(expression.get()), open);
            }
            at = end;
        }
        marked.append(at, text.length());
        return sound ? Optional.of(marked) : Optional.empty();
    }

    private static IntFunction<Place> right(DotenvValue value, int from) {
        return index -> value.placeAt(from + index);
    }

    private Optional<String> interpolate(MarkedText text, Marks marks) {
        Diagnostics found = new Diagnostics();
        Optional<String> interpolated =
                Interpolation.parse(text.text(), text::placeAt, found)
                        .flatMap(it -> it.render(new Earlier(marks), found));
        for (Diagnostic it : found.all()) {
            diagnostics.add(
                    new Diagnostic(
                            it.severity(),
                            it.code(),
                            it.place(),
                            marks.hide(it.message()),
                            marks.hide(it.hint())));
        }
        return interpolated;
    }

    private final class Earlier implements Variables {
        private final Marks marks;

        Earlier(Marks marks) {
            this.marks = marks;
        }

        @Override
        public Optional<String> find(String name) {
            return earlier.apply(name).map(it -> it.secret() ? marks.of(it) : it.text());
        }

        @Override
        public String undefined(String name, String written, Place place) {
            diagnostics.warning(
                    "variable.undefined",
                    place,
                    "Variable '%s' is not set before this line, so nothing stands in its place."
                            .formatted(name),
                    "Set it above, give a default as in ${%s:-default}, or write $$ for a dollar."
                            .formatted(name));
            return "";
        }
    }
}
