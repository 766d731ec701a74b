package dev.modmon.core.compiler;

import dev.modmon.core.compose.ComposeBytes;
import dev.modmon.core.compose.ComposeCpus;
import dev.modmon.core.compose.ComposeDuration;
import dev.modmon.core.composition.ListForms;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Fields of a Compose mapping whose values have units, and mappings of texts.
final class UnitFields {
    private final YamlFields fields;
    private final String owner;
    private final Diagnostics diagnostics;

    UnitFields(YamlFields fields, String owner, Diagnostics diagnostics) {
        this.fields = fields;
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    Optional<Duration> duration(String key) {
        return unit(key, ComposeDuration::parse, "a duration such as 30s or 1m30s");
    }

    /// 0 when absent.
    long bytes(String key) {
        return unit(key, ComposeBytes::parse, "an amount of memory such as 64M or 1g").orElse(0L);
    }

    /// 0 when absent.
    long cpus(String key) {
        return unit(key, ComposeCpus::parse, "a number of processors such as 0.5").orElse(0L);
    }

    /// A share from 0 to 1.
    Optional<Double> ratio(String key) {
        return unit(key, UnitFields::ratioOf, "a number from 0 to 1");
    }

    /// A mapping of texts, or a list of `KEY=VALUE`.
    SortedMap<String, String> texts(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        Optional<YamlNode> node = fields.node(key).map(n -> ListForms.asMapping(n, "="));
        if (node.isEmpty()) {
            return texts;
        }
        String what = "'%s' of %s".formatted(key, owner);
        YamlMapping mapping = YamlFields.mappingOf(node.get(), what, diagnostics);
        YamlFields entries = YamlFields.of(mapping, what, diagnostics);
        for (String name : mapping.byKey().keySet()) {
            texts.put(name, entries.text(name).map(Located::value).orElse(""));
        }
        return texts;
    }

    private <T> Optional<T> unit(
            String key, Function<String, Optional<T>> parser, String expected) {
        Optional<Located<String>> text = fields.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parser.apply(text.get().value());
        if (value.isEmpty()) {
            diagnostics.error(
                    "config.bad-value",
                    text.get().place(),
                    "'%s' of %s must be %s, but this is '%s'."
                            .formatted(key, owner, expected, text.get().value()),
                    "");
        }
        return value;
    }

    private static Optional<Double> ratioOf(String text) {
        try {
            double ratio = Double.parseDouble(text);
            return ratio >= 0 && ratio <= 1 ? Optional.of(ratio) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
