package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.dotenv.DotenvFile;
import dev.modmon.core.dotenv.DotenvReader;
import dev.modmon.core.dotenv.DotenvSyntax;
import dev.modmon.core.dotenv.DotenvVariables;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads env files that documents name, with Compose's variables in them.
final class EnvFileReader {
    private static final String DEFAULT = ".env";

    private final Files files;
    private final UndefinedVariables undefined;
    private final Diagnostics diagnostics;

    EnvFileReader(Files files, UndefinedVariables undefined, Diagnostics diagnostics) {
        this.files = files;
        this.undefined = undefined;
        this.diagnostics = diagnostics;
    }

    /// What one file defines, each value with the place of its name.
    ///
    /// @param outer what counts before the file's own variables
    SequencedMap<String, YamlScalar> read(
            SourceFile file, DotenvSyntax syntax, VariableSource outer) {
        DotenvFile entries = new DotenvReader(syntax, diagnostics).read(file);
        Tokens tokens = new Tokens();
        TextResolution resolution = new TextResolution(undefined, diagnostics);
        SequencedMap<String, YamlScalar> values = new LinkedHashMap<>();
        for (Map.Entry<String, Located<String>> value :
                DotenvVariables.of(entries, resolution.lookup(outer, tokens), diagnostics)
                        .entrySet()) {
            YamlScalar origin = YamlScalar.text(value.getValue().place(), "");
            values.put(value.getKey(), tokens.resolved(origin, value.getValue().value()));
        }
        return values;
    }

    /// The variables that an included project has of its own.
    VariableSource of(Including.Inclusion inclusion, VariableSource outer) {
        SequencedMap<String, YamlScalar> values = new LinkedHashMap<>();
        VariableSource known = outer.or(source(values));
        if (inclusion.envFiles().isEmpty()) {
            String path = Paths.from(inclusion.folder(), DEFAULT);
            files.textIfThere(path, inclusion.files().getFirst().place())
                    .ifPresent(it -> values.putAll(read(it, DotenvSyntax.VARIABLES, known)));
        }
        for (YamlScalar path : inclusion.envFiles()) {
            files.text(path.text(), path.place())
                    .ifPresent(it -> values.putAll(read(it, DotenvSyntax.VARIABLES, known)));
        }
        return source(values);
    }

    /// These values as variables.
    static VariableSource source(Map<String, YamlScalar> values) {
        return name -> Optional.ofNullable(values.get(name)).map(ComposedText::rendered);
    }
}
