package dev.modmon.core.importer;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What a Compose document becomes under a key of `modmon.yaml`: its own text where that can be kept, else its values written anew.
final class Section {
    /// `version` says nothing any more, and the project's name stands elsewhere.
    static final Set<String> ELSEWHERE = Set.of("version", "name");

    private Section() {}

    /// @param paths texts that replace others, by their place
    static String of(Document document, Map<Place, String> paths, String indent) {
        YamlMapping wanted = new Rewriting(paths, true).of(without(document.root()));
        return kept(document, paths, wanted, indent).orElseGet(() -> YamlText.of(wanted, indent));
    }

    /// The same where more text follows: a document that ends without a line break would change its meaning.
    static String inTheMiddle(Document document, Map<Place, String> paths, String indent) {
        String section = of(document, paths, indent);
        return section.endsWith("\n")
                ? section
                : YamlText.of(new Rewriting(paths, true).of(without(document.root())), indent);
    }

    /// The same document with other texts, still a document of its own.
    static String standalone(Document document, Map<Place, String> paths) {
        if (paths.isEmpty()) {
            return document.source().text();
        }
        return YamlText.of(new Rewriting(paths, false).of(document.root()), "");
    }

    private static Optional<String> kept(
            Document document, Map<Place, String> paths, YamlMapping wanted, String indent) {
        ComposeText text = new ComposeText(document.source().text(), document.root());
        if (!text.isBlock()) {
            return Optional.empty();
        }
        document.root().entries().stream()
                .filter(entry -> ELSEWHERE.contains(entry.key()))
                .forEach(text::dropLine);
        text.replaceAll(paths);
        String candidate = text.indented(indent);
        return holds(candidate, wanted) ? Optional.of(candidate) : Optional.empty();
    }

    private static boolean holds(String candidate, YamlMapping wanted) {
        Diagnostics problems = new Diagnostics();
        Optional<YamlNode> read =
                new YamlReader(problems).read(new SourceFile("section", "section:\n" + candidate));
        return !problems.hasErrors()
                && read.filter(YamlMapping.class::isInstance)
                        .flatMap(root -> ((YamlMapping) root).get("section"))
                        .filter(section -> wanted.toPlain().equals(section.toPlain()))
                        .isPresent();
    }

    private static YamlMapping without(YamlMapping root) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>(root.byKey());
        entries.keySet().removeAll(ELSEWHERE);
        return new YamlMapping(root.place(), root.tag(), entries);
    }
}
