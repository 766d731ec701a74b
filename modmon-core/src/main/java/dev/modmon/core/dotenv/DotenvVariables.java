package dev.modmon.core.dotenv;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.interpolation.Interpolation;
import dev.modmon.core.interpolation.Variables;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Puts values into an env file that has no expressions, such as one that `env_file` names.
public final class DotenvVariables implements Variables {
    private final Variables outer;
    private final Diagnostics diagnostics;
    private final SequencedMap<String, Located<String>> values = new LinkedHashMap<>();

    private DotenvVariables(Variables outer, Diagnostics diagnostics) {
        this.outer = outer;
        this.diagnostics = diagnostics;
    }

    /// What the file defines, with the place of each name.
    ///
    /// @param outer asked before the file's own earlier variables, as Compose does; a `NAME` alone is
    ///     defined only when it is defined there
    public static SequencedMap<String, Located<String>> of(
            DotenvFile file, Variables outer, Diagnostics diagnostics) {
        DotenvVariables variables = new DotenvVariables(outer, diagnostics);
        file.entries().forEach(variables::add);
        return variables.values;
    }

    private void add(DotenvEntry entry) {
        DotenvValue value = entry.value();
        Optional<String> text = value == null ? outer.find(entry.name()) : text(value);
        text.ifPresent(it -> values.put(entry.name(), new Located<>(it, entry.place())));
    }

    private Optional<String> text(DotenvValue value) {
        if (!value.interpolated()) {
            return Optional.of(value.text());
        }
        return Interpolation.parse(value.text(), value.places(), diagnostics)
                .flatMap(it -> it.render(this, diagnostics));
    }

    @Override
    public Optional<String> find(String name) {
        return outer.find(name).or(() -> Optional.ofNullable(values.get(name)).map(Located::value));
    }

    @Override
    public String undefined(String name, String written, Place place) {
        return outer.undefined(name, written, place);
    }
}
