package dev.modmon.core.dotenv;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.expression.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What the variables of an env template come to: expressions are evaluated, and `$NAME` stands for an
/// earlier variable of the file. A variable that takes a secret one in is secret itself.
public final class TemplateValues {
    private final DotenvFile template;
    private final Map<String, Evaluated> evaluated = new HashMap<>();

    /// @param value empty when nothing can be made of it
    private record Evaluated(Optional<Rendered> value, List<Diagnostic> problems) {}

    private TemplateValues(DotenvFile template) {
        this.template = template;
    }

    public static TemplateValues of(DotenvFile template, Scope scope) {
        TemplateValues values = new TemplateValues(template);
        for (DotenvEntry entry : template.entries()) {
            Diagnostics problems = new Diagnostics();
            Optional<Rendered> value =
                    new EntryEvaluation(scope, values::earlier, problems).of(entry);
            values.evaluated.put(entry.name(), new Evaluated(value, problems.all()));
        }
        return values;
    }

    /// A mistake is told once, with the variable that has it; whoever uses that sees nothing in its place.
    private Optional<Rendered> earlier(String name) {
        return Optional.ofNullable(evaluated.get(name))
                .map(it -> it.value().orElseGet(() -> Rendered.plain("")));
    }

    /// The variable's value; what is wrong with it, if anything, is added to the diagnostics.
    public Optional<Rendered> find(String name, Diagnostics diagnostics) {
        Evaluated found = evaluated.get(name);
        if (found == null) {
            return Optional.empty();
        }
        found.problems().forEach(diagnostics::add);
        return found.value();
    }

    /// All variables, in the order of the file. One that has a mistake is empty.
    public SequencedMap<String, Rendered> all(Diagnostics diagnostics) {
        SequencedMap<String, Rendered> all = new LinkedHashMap<>();
        for (DotenvEntry entry : template.byName().values()) {
            Optional<Rendered> value = find(entry.name(), diagnostics);
            if (entry.value() != null) {
                all.put(entry.name(), value.orElseGet(() -> Rendered.plain("")));
            }
        }
        return all;
    }
}
