package dev.modmon.core.importer;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a Compose file into its documents; most have one.
record DocumentReader(Diagnostics diagnostics) {
    private static final Pattern MARK = Pattern.compile("(---|\\.\\.\\.)([ \\t].*)?");

    /// @return nothing when a document cannot be read, and the diagnostics say why
    List<Document> read(SourceFile file) {
        List<Document> documents = new ArrayList<>();
        for (SourceFile part : parts(file)) {
            new YamlReader(diagnostics)
                    .read(part)
                    .filter(root -> !root.isNull())
                    .ifPresent(root -> add(part, root, documents));
        }
        return documents;
    }

    private void add(SourceFile part, YamlNode root, List<Document> documents) {
        if (root instanceof YamlMapping mapping) {
            documents.add(new Document(part, mapping));
        } else {
            diagnostics.error(
                    "import.no-compose-file",
                    root.place(),
                    "A Compose file is a mapping, but this is %s.".formatted(root.kind()),
                    "Name a Compose or stack file, such as docker-compose.yml.");
        }
    }

    /// Each with empty lines instead of the others, so that places stay true.
    private static List<SourceFile> parts(SourceFile file) {
        List<String> lines = file.text().replace("\r\n", "\n").replace('\r', '\n').lines().toList();
        List<SourceFile> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean mark = MARK.matcher(line).matches();
            if (mark && begun) {
                parts.add(new SourceFile(file.path(), part.toString()));
                part = new StringBuilder("\n".repeat(i));
                begun = false;
            }
            begun |= !mark && !line.isBlank() && !line.startsWith("#") && !line.startsWith("%");
            part.append(mark && line.startsWith(".") ? "" : line).append('\n');
        }
        // Without a line break at the end, a block text there has none either.
        int end = file.text().endsWith("\n") || file.text().endsWith("\r") ? 0 : 1;
        part.setLength(Math.max(0, part.length() - end));
        parts.add(new SourceFile(file.path(), part.toString()));
        return parts;
    }
}
