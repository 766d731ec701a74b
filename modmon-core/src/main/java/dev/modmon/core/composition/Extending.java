package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.source.Place;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/// Lays services over those that they extend, of the same file or of another one.
final class Extending {
    private static final String EXTENDS = "extends";
    private static final int LONGEST_CHAIN = 100;

    private final BiFunction<String, Place, Optional<YamlMapping>> files;
    private final Diagnostics diagnostics;
    private final Map<String, Services> known = new HashMap<>();

    /// What a service extends, and where it says so.
    ///
    /// @param file empty for the same one
    private record Base(String service, String file, Place place) {}

    /// @param files a document by its path, texts resolved, paths as seen from the root
    Extending(BiFunction<String, Place, Optional<YamlMapping>> files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /// The document without `extends`.
    YamlMapping apply(YamlMapping document, String file) {
        Entry entry = document.byKey().get("services");
        if (entry == null || !(entry.value() instanceof YamlMapping services)) {
            return document;
        }
        boolean extended =
                services.entries().stream()
                        .anyMatch(it -> it.value() instanceof YamlMapping s && s.has(EXTENDS));
        if (!extended) {
            return document;
        }
        Services resolved = new Services(file, services);
        SequencedMap<String, Entry> complete = new LinkedHashMap<>();
        for (Entry service : services.entries()) {
            YamlNode whole = resolved.complete(service, new ArrayList<>());
            complete.put(service.key(), new Entry(service.key(), service.place(), whole));
        }
        return document.with(
                new Entry(
                        entry.key(),
                        entry.place(),
                        new YamlMapping(services.place(), services.tag(), complete)));
    }

    /// The services of one file, each completed once.
    private final class Services {
        private final String file;
        private final YamlMapping raw;
        private final Map<String, YamlNode> completed = new HashMap<>();

        Services(String file, YamlMapping raw) {
            this.file = file;
            this.raw = raw;
        }

        /// @param chain the services on the way here
        YamlNode complete(Entry service, List<String> chain) {
            YamlNode done = completed.get(service.key());
            if (done == null) {
                done = extend(service, chain);
                completed.put(service.key(), done);
            }
            return done;
        }

        private YamlNode extend(Entry service, List<String> chain) {
            if (!(service.value() instanceof YamlMapping mapping) || !mapping.has(EXTENDS)) {
                return service.value();
            }
            Optional<Base> base = mapping.get(EXTENDS).flatMap(Extending::base);
            if (base.isEmpty()) {
                return mapping;
            }
            YamlMapping own = without(mapping);
            String here = file + " '" + service.key() + "'";
            if (chain.contains(here) || chain.size() > LONGEST_CHAIN) {
                reportCycle(base.get(), chain, here);
                return own;
            }
            List<String> longer = new ArrayList<>(chain);
            longer.add(here);
            return servicesOf(base.get())
                    .flatMap(it -> it.find(base.get(), longer))
                    .map(it -> (YamlNode) Overlay.of(it, own, ComposeSpecification.SERVICE))
                    .orElse(own);
        }

        private Optional<Services> servicesOf(Base base) {
            if (base.file().isEmpty() || base.file().equals(file)) {
                return Optional.of(this);
            }
            Services other = known.get(base.file());
            if (other == null) {
                Optional<YamlMapping> services =
                        files.apply(base.file(), base.place())
                                .flatMap(it -> it.get("services"))
                                .filter(YamlMapping.class::isInstance)
                                .map(YamlMapping.class::cast);
                if (services.isEmpty()) {
                    return Optional.empty();
                }
                other = new Services(base.file(), services.get());
                known.put(base.file(), other);
            }
            return Optional.of(other);
        }

        private Optional<YamlMapping> find(Base base, List<String> chain) {
            Entry entry = raw.byKey().get(base.service());
            if (entry == null) {
                diagnostics.error(
                        "service.unknown-base",
                        base.place(),
                        "There is no service '%s' to extend in %s.".formatted(base.service(), file),
                        DidYouMean.hint(base.service(), raw.byKey().keySet(), "services"));
                return Optional.empty();
            }
            return complete(entry, chain) instanceof YamlMapping mapping
                    ? Optional.of(Overlay.withoutTags(mapping))
                    : Optional.empty();
        }
    }

    private static YamlMapping without(YamlMapping service) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>(service.byKey());
        entries.remove(EXTENDS);
        return new YamlMapping(service.place(), service.tag(), entries);
    }

    /// Empty when it has a form that is none, which the check of forms tells.
    private static Optional<Base> base(YamlNode said) {
        if (said instanceof YamlScalar name && !name.isNull()) {
            return Optional.of(new Base(name.text(), "", name.place()));
        }
        return said instanceof YamlMapping mapping
                ? text(mapping, "service")
                        .map(name ->
                                new Base(
                                        name.text(),
                                        text(mapping, "file")
                                                .map(it -> Paths.cleaned(it.text()))
                                                .orElse(""),
                                        name.place()))
                : Optional.empty();
    }

    private static Optional<YamlScalar> text(YamlMapping mapping, String key) {
        return mapping.get(key)
                .filter(node -> node instanceof YamlScalar && !node.isNull())
                .map(YamlScalar.class::cast);
    }

    private void reportCycle(Base base, List<String> chain, String here) {
        List<String> cycle =
                new ArrayList<>(chain.subList(Math.max(0, chain.indexOf(here)), chain.size()));
        cycle.add(here);
        diagnostics.error(
                "service.extends-cycle",
                base.place(),
                "Services extend each other: %s.".formatted(String.join(" → ", cycle)),
                "Remove one of these 'extends'.");
    }
}
