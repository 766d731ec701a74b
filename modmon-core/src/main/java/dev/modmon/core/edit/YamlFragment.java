package dev.modmon.core.edit;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import dev.modmon.core.yaml.YamlScalar;
import java.util.stream.Collectors;

/// A value to be written into a YAML file: YAML itself, indented by two, in block or flow style. Comments
/// above its entries and behind them come along; only quoting and what stands in one line in brackets is kept
/// as it is, all else takes the layout of the file.
public final class YamlFragment {
    private static final String NAME = "fragment";

    private final String text;
    private final YamlNode model;

    private YamlFragment(String text, YamlNode model) {
        this.text = text;
        this.model = model;
    }

    /// @throws dev.modmon.core.diagnostic.InvalidInputException when it is not YAML
    public static YamlFragment of(String yaml) {
        String text = yaml.isBlank() ? "" : yaml.stripTrailing() + "\n";
        Diagnostics diagnostics = new Diagnostics();
        YamlNode model =
                new YamlReader(diagnostics)
                        .read(new SourceFile(NAME, text))
                        .orElseGet(() -> YamlScalar.text(Place.ofFile(NAME), ""));
        diagnostics.throwIfErrors();
        return new YamlFragment(text, model);
    }

    /// A single text, quoted where it has to be.
    public static YamlFragment text(String value) {
        return of(YamlText.of(value));
    }

    /// No value: the key alone.
    public static YamlFragment nothing() {
        return of("");
    }

    /// A mapping with this value under one key.
    public YamlFragment under(String key) {
        boolean below = SpanReader.read(text).map(root -> root.isBlock()).orElse(false);
        String indented =
                text.lines()
                        .map(line -> line.isEmpty() ? line : "  " + line)
                        .collect(Collectors.joining("\n"));
        return of(YamlText.of(key) + ":" + (below ? "\n" + indented : (" " + text.strip())));
    }

    String text() {
        return text;
    }

    YamlNode model() {
        return model;
    }
}
