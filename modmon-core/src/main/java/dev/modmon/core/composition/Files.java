package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the files that documents name, each once.
final class Files {
    private final SourceTree tree;
    private final Diagnostics diagnostics;
    private final Map<String, Optional<YamlMapping>> documents = new HashMap<>();

    Files(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
    }

    /// A Compose file; what is wrong with it is reported.
    ///
    /// @param mention where it is named, for the case that it is not there
    Optional<YamlMapping> document(String path, Place mention) {
        Optional<YamlMapping> known = documents.get(path);
        if (known == null) {
            known = read(path, mention);
            documents.put(path, known);
        }
        return known;
    }

    private Optional<YamlMapping> read(String path, Place mention) {
        Optional<SourceFile> file = text(path, mention);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<YamlNode> root = new YamlReader(diagnostics).read(file.get());
        if (root.isPresent() && !(root.get() instanceof YamlMapping)) {
            diagnostics.error(
                    "compose.no-mapping",
                    root.get().place(),
                    "A Compose file must be a mapping, but this is %s."
                            .formatted(root.get().kind()),
                    "It begins with 'services:'.");
        }
        return root.filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
    }

    /// Any file that must be there.
    Optional<SourceFile> text(String path, Place mention) {
        Diagnostics found = new Diagnostics();
        Optional<SourceFile> file = textIfThere(path, mention, found);
        if (file.isEmpty() && !found.hasErrors()) {
            diagnostics.error(
                    "compose.missing-file",
                    mention,
                    "There is no file '%s'.".formatted(path),
                    "Paths stay inside the repo, and are relative to the folder of the file that names them.");
        }
        found.all().forEach(diagnostics::add);
        return file;
    }

    /// Any file, if it is there.
    Optional<SourceFile> textIfThere(String path, Place mention) {
        return textIfThere(path, mention, diagnostics);
    }

    private Optional<SourceFile> textIfThere(String path, Place mention, Diagnostics found) {
        try {
            return tree.read(path);
        } catch (SourceException e) {
            found.error("source.unreadable", mention, String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }
}
