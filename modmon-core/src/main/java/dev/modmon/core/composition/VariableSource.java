package dev.modmon.core.composition;

import dev.modmon.core.expression.Rendered;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Port: what `${NAME}` in a Compose file stands for. Never the environment of the process itself.
public interface VariableSource {
    /// The variable's value, which may be empty, or nothing when it is not defined.
    Optional<Rendered> find(String name);

    static VariableSource none() {
        return of(Map.of());
    }

    /// Values without secrets.
    static VariableSource of(Map<String, String> values) {
        Map<String, Rendered> rendered = new LinkedHashMap<>();
        values.forEach((name, value) -> rendered.put(name, new Rendered(value, false)));
        return name -> Optional.ofNullable(rendered.get(name));
    }

    /// These variables, and others where these have none.
    default VariableSource or(VariableSource others) {
        return name -> find(name).or(() -> others.find(name));
    }
}
