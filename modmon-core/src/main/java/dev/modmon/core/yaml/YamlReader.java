package dev.modmon.core.yaml;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 into nodes that remember their place.
///
/// Aliases and merge keys (`<<`) are resolved, within bounds; a key that stands twice, a cycle of
/// aliases, a second document, an unknown tag or a syntax error is a diagnostic.
public final class YamlReader {
    /// Each costs another reading.
    private static final int MAX_TABS = 200;

    private final Diagnostics diagnostics;

    public YamlReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// The file at this path, or empty when there is none; see [#read(SourceFile)].
    public Optional<YamlNode> read(SourceTree tree, String path) {
        try {
            return tree.read(path).flatMap(this::read);
        } catch (SourceException e) {
            diagnostics.error(
                    "source.unreadable", Place.ofFile(path), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }

    /// The document, or empty when it cannot be understood as a whole; the diagnostics say why.
    /// With a mistake that leaves the rest readable, such as a key that stands twice, both are given.
    /// An empty file is a null scalar.
    public Optional<YamlNode> read(SourceFile file) {
        if (file.text().length() > SourceTree.MAX_FILE_BYTES) {
            diagnostics.error(
                    "yaml.too-large",
                    Place.ofFile(file.path()),
                    "The file is larger than 4 MiB.",
                    "Configuration is small: is this the right file?");
            return Optional.empty();
        }
        if (!CharacterCheck.passes(file, diagnostics)) {
            return Optional.empty();
        }
        return compose(file, MAX_TABS);
    }

    private Optional<YamlNode> compose(SourceFile file, int tabsLeft) {
        Diagnostics found = new Diagnostics();
        try {
            Optional<YamlNode> root = new NodeComposer(file.path(), events(file), found).compose();
            found.all().forEach(diagnostics::add);
            return root;
        } catch (YamlEngineException e) {
            Optional<SourceFile> spaced =
                    tabsLeft == 0
                            ? Optional.empty()
                            : SeparatingTab.replaced(file.text(), e)
                                    .map(text -> new SourceFile(file.path(), text));
            if (spaced.isPresent()) {
                return compose(spaced.get(), tabsLeft - 1);
            }
            diagnostics.add(SyntaxProblem.of(file, e));
            return Optional.empty();
        }
    }

    private static EventStream events(SourceFile file) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file.path())
                        .setCodePointLimit(SourceTree.MAX_FILE_BYTES)
                        .build();
        return new EventStream(file.path(), new Parse(settings).parseString(file.text()));
    }
}
