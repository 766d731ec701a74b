package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.dotenv.DotenvSyntax;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Puts the variables of env files into `environment`: later files over earlier ones, and what the service
/// says itself over all of them. A variable without a value takes that of Compose's own variables.
final class EnvFiles {
    private static final String ENV_FILE = "env_file";
    private static final String ENVIRONMENT = "environment";
    private static final String SERVICES = "services";

    private final Files files;
    private final VariableSource variables;
    private final EnvFileReader reader;

    EnvFiles(Files files, Composer.Setting setting, Diagnostics diagnostics) {
        this.files = files;
        this.variables = setting.variables();
        this.reader = new EnvFileReader(files, setting.undefined(), diagnostics);
    }

    YamlMapping document(YamlMapping document) {
        Entry services = document.byKey().get(SERVICES);
        if (services == null || !(services.value() instanceof YamlMapping mapping)) {
            return document;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            YamlNode service =
                    entry.value() instanceof YamlMapping keys ? service(keys) : entry.value();
            entries.put(entry.key(), new Entry(entry.key(), entry.place(), service));
        }
        return document.with(
                new Entry(
                        SERVICES,
                        services.place(),
                        new YamlMapping(mapping.place(), mapping.tag(), entries)));
    }

    private YamlMapping service(YamlMapping service) {
        YamlMapping filled = withBuildArguments(service);
        Entry own = filled.byKey().get(ENVIRONMENT);
        Entry named = filled.byKey().get(ENV_FILE);
        SequencedMap<String, Entry> environment = new LinkedHashMap<>();
        if (named != null) {
            read(named.value(), environment);
        }
        if (own != null && own.value() instanceof YamlMapping mapping) {
            environment.putAll(resolved(mapping).byKey());
        }
        Entry origin = own == null ? named : own;
        return origin == null ? filled : with(filled, origin, environment);
    }

    private YamlMapping withBuildArguments(YamlMapping service) {
        Entry entry = service.byKey().get("build");
        if (entry != null
                && entry.value() instanceof YamlMapping build
                && build.get("args").orElse(null) instanceof YamlMapping args) {
            YamlMapping filled = build.with(new Entry("args", args.place(), resolved(args)));
            return service.with(new Entry("build", entry.place(), filled));
        }
        return service;
    }

    private static YamlMapping with(
            YamlMapping service, Entry origin, SequencedMap<String, Entry> environment) {
        SequencedMap<String, Entry> keys = new LinkedHashMap<>(service.byKey());
        keys.remove(ENV_FILE);
        keys.put(
                ENVIRONMENT,
                new Entry(
                        ENVIRONMENT,
                        origin.place(),
                        new YamlMapping(origin.value().place(), "", environment)));
        return new YamlMapping(service.place(), service.tag(), keys);
    }

    private void read(YamlNode envFile, SequencedMap<String, Entry> environment) {
        if (ListForms.asList(envFile) instanceof YamlSequence list) {
            list.items().forEach(item -> readItem(item, environment));
        }
    }

    private void readItem(YamlNode item, SequencedMap<String, Entry> environment) {
        Optional<YamlScalar> path =
                item instanceof YamlMapping mapping
                        ? scalar(mapping, "path")
                        : Optional.of((YamlScalar) item);
        boolean required = !(item instanceof YamlMapping mapping) || isRequired(mapping);
        boolean raw =
                item instanceof YamlMapping mapping
                        && scalar(mapping, "format")
                                .filter(it -> it.text().equals("raw"))
                                .isPresent();
        Optional<SourceFile> file =
                path.flatMap(it ->
                        required
                                ? files.text(Paths.cleaned(it.text()), it.place())
                                : files.textIfThere(Paths.cleaned(it.text()), it.place()));
        file.ifPresent(it -> add(it, raw, environment));
    }

    private void add(SourceFile file, boolean raw, SequencedMap<String, Entry> environment) {
        SequencedMap<String, YamlScalar> earlier = new LinkedHashMap<>();
        environment.forEach((name, entry) -> earlier.put(name, (YamlScalar) entry.value()));
        DotenvSyntax syntax = raw ? DotenvSyntax.LITERAL : DotenvSyntax.VARIABLES;
        reader.read(file, syntax, EnvFileReader.source(earlier).or(variables))
                .forEach((name, value) ->
                        environment.put(name, new Entry(name, value.place(), value)));
    }

    private static boolean isRequired(YamlMapping item) {
        return item.get("required").filter(it -> Boolean.FALSE.equals(it.toPlain())).isEmpty();
    }

    private static Optional<YamlScalar> scalar(YamlMapping mapping, String key) {
        return mapping.get(key)
                .filter(it -> it instanceof YamlScalar && !it.isNull())
                .map(YamlScalar.class::cast);
    }

    private YamlMapping resolved(YamlMapping mapping) {
        YamlMapping resolved = mapping;
        for (Entry entry : mapping.entries()) {
            if (entry.value().isNull()) {
                Optional<Rendered> value = variables.find(entry.key());
                if (value.isPresent()) {
                    YamlScalar scalar =
                            ComposedText.of(value.get(), YamlScalar.text(entry.place(), ""));
                    resolved = resolved.with(new Entry(entry.key(), entry.place(), scalar));
                }
            }
        }
        return resolved;
    }
}
