package dev.modmon.core.importer;

import dev.modmon.core.importer.Reference.Kind;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Finds the paths in a Compose document.
final class References {
    private final UnaryOperator<String> variables;
    private final List<Reference> found = new ArrayList<>();

    private References(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    /// @param variables puts the values of variables into a text
    static List<Reference> in(YamlMapping document, UnaryOperator<String> variables) {
        References references = new References(variables);
        references.document(document);
        return references.found;
    }

    private void document(YamlMapping document) {
        values(document, "services").forEach(this::service);
        values(document, "volumes").forEach(this::volume);
        values(document, "configs").forEach(it -> take(Kind.CONFIG_FILE, it, "file"));
        values(document, "secrets").forEach(it -> take(Kind.SECRET_FILE, it, "file"));
        document.get("include").ifPresent(this::includes);
    }

    private void service(YamlMapping service) {
        service.get("env_file").ifPresent(node -> paths(Kind.ENV_FILE, node));
        service.get("label_file").ifPresent(node -> paths(Kind.ENV_FILE, node));
        service.get("extends").ifPresent(node -> take(Kind.COMPOSE_FILE, node, "file"));
        service.get("credential_spec").ifPresent(node -> take(Kind.CONFIG_FILE, node, "file"));
        service.get("build").ifPresent(this::build);
        service.get("develop").ifPresent(this::watched);
        service.get("volumes").ifPresent(this::mounts);
    }

    private void build(YamlNode build) {
        if (build instanceof YamlScalar context) {
            add(Kind.BUILD, context);
        } else {
            take(Kind.BUILD, build, "context");
            if (build instanceof YamlMapping mapping) {
                mapping.get("additional_contexts").ifPresent(this::contexts);
            }
        }
    }

    /// Paths by name: a mapping, or a list of `NAME=PATH`.
    private void contexts(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach(entry -> context(entry.value(), 0));
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().stream()
                    .filter(YamlScalar.class::isInstance)
                    .map(YamlScalar.class::cast)
                    .forEach(item -> context(item, 1 + item.text().indexOf('=')));
        }
    }

    private void context(YamlNode node, int start) {
        if (node instanceof YamlScalar context && context.text().startsWith(".", start)) {
            add(Kind.BUILD, context, start, context.text().substring(start));
        }
    }

    /// A named volume that is a folder of the machine.
    private void volume(YamlMapping volume) {
        volume.get("driver_opts")
                .filter(YamlMapping.class::isInstance)
                .flatMap(options -> ((YamlMapping) options).get("device"))
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(device -> device.text().startsWith("."))
                .ifPresent(device -> add(Kind.MOUNT, device));
    }

    private void watched(YamlNode develop) {
        if (develop instanceof YamlMapping mapping
                && mapping.get("watch").orElse(null) instanceof YamlSequence rules) {
            rules.items().forEach(rule -> take(Kind.BUILD, rule, "path"));
        }
    }

    private void mounts(YamlNode node) {
        if (!(node instanceof YamlSequence mounts)) {
            return;
        }
        for (YamlNode mount : mounts.items()) {
            if (mount instanceof YamlScalar text && text.text().startsWith(".")) {
                add(Kind.MOUNT, text, 0, text.text().split(":", 2)[0]);
            } else if (mount instanceof YamlMapping mapping && isBind(mapping)) {
                take(Kind.MOUNT, mapping, "source");
            }
        }
    }

    private static boolean isBind(YamlMapping mount) {
        return mount.get("type").filter(it -> "bind".equals(it.toPlain())).isPresent();
    }

    private void includes(YamlNode node) {
        if (!(node instanceof YamlSequence includes)) {
            return;
        }
        for (YamlNode include : includes.items()) {
            if (include instanceof YamlMapping mapping) {
                mapping.get("path").ifPresent(it -> paths(Kind.COMPOSE_FILE, it));
                mapping.get("env_file").ifPresent(it -> paths(Kind.ENV_FILE, it));
                take(Kind.FOLDER, mapping, "project_directory");
            } else {
                paths(Kind.COMPOSE_FILE, include);
            }
        }
    }

    /// A path, a list of paths, or a list of mappings with a path.
    private void paths(Kind kind, YamlNode node) {
        switch (node) {
            case YamlScalar scalar -> add(kind, scalar);
            case YamlSequence sequence -> sequence.items().forEach(item -> paths(kind, item));
            case YamlMapping mapping -> take(kind, mapping, "path");
        }
    }

    private void take(Kind kind, YamlNode node, String key) {
        Optional.of(node)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .flatMap(mapping -> mapping.get(key))
                .filter(YamlScalar.class::isInstance)
                .ifPresent(value -> add(kind, (YamlScalar) value));
    }

    private void add(Kind kind, YamlScalar scalar) {
        add(kind, scalar, 0, scalar.text());
    }

    private void add(Kind kind, YamlScalar scalar, int start, String written) {
        String path = written.contains("$") ? variables.apply(written) : written;
        found.add(new Reference(kind, scalar, start, written, path));
    }

    private static List<YamlMapping> values(YamlMapping document, String key) {
        return document.get(key).stream()
                .filter(YamlMapping.class::isInstance)
                .flatMap(node -> ((YamlMapping) node).entries().stream())
                .map(Entry::value)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .toList();
    }
}
