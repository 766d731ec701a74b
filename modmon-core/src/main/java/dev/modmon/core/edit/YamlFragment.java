package dev.modmon.core.edit;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import dev.modmon.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.stream.Collectors;

/// A value to be written into a YAML file: YAML itself, indented by two, in block or flow style. Comments
/// above its entries and behind them come along; only quoting and what stands in one line in brackets is kept
/// as it is, all else takes the layout of the file.
public final class YamlFragment {
    private static final String NAME = "fragment";
    private static final int STEP = 2;

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
        boolean below = root().map(Span::isBlock).orElse(false);
        String indented =
                text.lines()
                        .map(line -> line.isEmpty() ? line : "  " + line)
                        .collect(Collectors.joining("\n"));
        return of(YamlText.of(key) + ":" + (below ? "\n" + indented : (" " + text.strip())));
    }

    /// The value of one of its entries; empty when there is no such entry.
    public Optional<YamlFragment> part(String key) {
        Lines lines = new Lines(text);
        return root().flatMap(root -> root.entry(key))
                .map(entry -> {
                    int from = lines.next(entry.key().from());
                    int to = lines.endOf(new Extent(lines).endOf(entry.value()));
                    return entry.value().isBlock()
                            ? of(text.substring(from, to).indent(-STEP))
                            : of(text.substring(entry.value().from(), entry.value().to()));
                });
    }

    /// The value of one of its entries as maps, lists and texts.
    public Optional<Object> plain(String key) {
        return model instanceof YamlMapping mapping
                ? mapping.get(key).map(YamlNode::toPlain)
                : Optional.empty();
    }

    /// With one more entry.
    ///
    /// @throws dev.modmon.core.diagnostic.InvalidInputException when it has such an entry
    public YamlFragment with(String key, YamlFragment value) {
        return of(EditableYaml.of(NAME, text).add(YamlPath.of(key), value).text());
    }

    private Optional<Span> root() {
        return SpanReader.read(text);
    }

    String text() {
        return text;
    }

    YamlNode model() {
        return model;
    }

    /// The YAML.
    @Override
    public String toString() {
        return text;
    }
}
