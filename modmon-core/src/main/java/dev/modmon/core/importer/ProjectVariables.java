package dev.modmon.core.importer;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.dotenv.DotenvReader;
import dev.modmon.core.dotenv.DotenvSyntax;
import dev.modmon.core.dotenv.DotenvVariables;
import dev.modmon.core.interpolation.Interpolation;
import dev.modmon.core.interpolation.Variables;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.util.Map;
import java.util.Optional;

/// The variables of a Compose project's `.env`. What is wrong with them is told when the master repo is checked.
record ProjectVariables(Map<String, Located<String>> values) implements Variables {
    private static final Place NOWHERE = Place.ofFile(".env");

    static ProjectVariables of(Optional<SourceFile> file) {
        ProjectVariables none = new ProjectVariables(Map.of());
        return file.map(it -> new DotenvReader(DotenvSyntax.VARIABLES, new Diagnostics()).read(it))
                .map(it -> DotenvVariables.of(it, none, new Diagnostics()))
                .map(ProjectVariables::new)
                .orElse(none);
    }

    boolean haveBraces() {
        return values.values().stream().map(Located::value).anyMatch(LiteralBraces::in);
    }

    /// The text with the values of its variables; as it is when they cannot be put in.
    String putInto(String text) {
        Diagnostics ignored = new Diagnostics();
        return Interpolation.parse(text, _ -> NOWHERE, ignored)
                .flatMap(it -> it.render(this, ignored))
                .orElse(text);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(Located::value);
    }

    @Override
    public String undefined(String name, String written, Place place) {
        return "";
    }
}
