package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.project.Generator.Encoding;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlScalar;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `scripts`.
record ScriptReader(Diagnostics diagnostics) {
    private static final int DEFAULT_BYTES = 32;

    /// Those of the file, and the one that every project has unless the file describes it.
    SequencedMap<ScriptName, Script> read(Collection<Entry> entries) {
        SequencedMap<ScriptName, Script> scripts =
                new LinkedHashMap<>(
                        new NamedEntries(diagnostics).read(entries, ScriptName::new, this::script));
        Script appKey = Script.appKey();
        scripts.putIfAbsent(appKey.name(), appKey);
        return scripts;
    }

    private Optional<Script> script(ScriptName name, Entry entry) {
        if (entry.value() instanceof YamlScalar scalar && !scalar.isNull()) {
            diagnostics.error(
                    "script.no-command",
                    scalar.place(),
                    "Script '%s' must say what to make up; it runs no command.".formatted(name),
                    "Write it as in '%s: {random: 32, encoding: hex}'.".formatted(name));
            return Optional.empty();
        }
        YamlFields fields =
                YamlFields.of(entry.value(), "script '%s'".formatted(name), diagnostics);
        int random =
                fields.integer("random", Generator.LEAST, Generator.MOST).orElse(DEFAULT_BYTES);
        Encoding encoding = fields.text("encoding").flatMap(this::encoding).orElse(Encoding.HEX);
        String prefix = fields.text("prefix").flatMap(this::prefix).orElse("");
        fields.rejectUnknown();
        return Optional.of(
                new Script(name, entry.place(), new Generator(random, encoding, prefix)));
    }

    private Optional<Encoding> encoding(Located<String> text) {
        Optional<Encoding> known =
                Arrays.stream(Encoding.values())
                        .filter(it -> it.toString().equals(text.value()))
                        .findFirst();
        if (known.isEmpty()) {
            List<String> names = Arrays.stream(Encoding.values()).map(Encoding::toString).toList();
            diagnostics.error(
                    "script.unknown-encoding",
                    text.place(),
                    "Encoding '%s' is not known.".formatted(ShownText.brief(text.value())),
                    DidYouMean.hint(text.value(), names, "encodings"));
        }
        return known;
    }

    private Optional<String> prefix(Located<String> text) {
        if (Generator.isPrefix(text.value())) {
            return Optional.of(text.value());
        }
        diagnostics.error(
                "script.bad-prefix",
                text.place(),
                "A prefix must be at most %d printable characters without '{{'."
                        .formatted(Generator.MOST_PREFIX),
                "");
        return Optional.empty();
    }
}
