package dev.modmon.core.compiler;

import dev.modmon.core.compose.Ulimit;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Decodes `ulimits`: a number for both limits of a name, or `soft` and `hard`.
final class UlimitsDecoder {
    private static final int NO_END = -1;

    private final String owner;
    private final Diagnostics diagnostics;

    UlimitsDecoder(String owner, Diagnostics diagnostics) {
        this.owner = "ulimits of " + owner;
        this.diagnostics = diagnostics;
    }

    SortedMap<String, Ulimit> decode(Optional<YamlMapping> mapping) {
        SortedMap<String, Ulimit> ulimits = new TreeMap<>();
        if (mapping.isPresent()) {
            YamlFields fields = YamlFields.of(mapping.get(), owner, diagnostics);
            for (Entry entry : mapping.get().entries()) {
                decode(entry, fields).ifPresent(limit -> ulimits.put(entry.key(), limit));
            }
        }
        return ulimits;
    }

    private Optional<Ulimit> decode(Entry entry, YamlFields fields) {
        if (!(entry.value() instanceof YamlMapping pair)) {
            return number(fields, entry.key()).map(both -> new Ulimit(both, both));
        }
        String what = "'%s' in %s".formatted(entry.key(), owner);
        YamlFields limits = YamlFields.of(pair, what, diagnostics);
        Optional<Integer> soft = number(limits, "soft");
        Optional<Integer> hard = number(limits, "hard");
        if (soft.isEmpty() || hard.isEmpty()) {
            for (String key : new String[] {"soft", "hard"}) {
                if (pair.get(key).isEmpty()) {
                    limits.missing(key);
                }
            }
            return Optional.empty();
        }
        if (hard.get() != NO_END && (soft.get() == NO_END || soft.get() > hard.get())) {
            diagnostics.error(
                    "config.bad-value",
                    entry.place(),
                    "%s has a soft limit of %d above its hard limit of %d."
                            .formatted(Sentence.start(what), soft.get(), hard.get()),
                    "A process starts with the soft limit and may go up to the hard one.");
        }
        return Optional.of(new Ulimit(soft.get(), hard.get()));
    }

    private static Optional<Integer> number(YamlFields fields, String key) {
        return fields.integer(key, NO_END, Integer.MAX_VALUE);
    }
}
