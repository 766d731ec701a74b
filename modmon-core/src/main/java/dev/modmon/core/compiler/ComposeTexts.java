package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlScalar.Type;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the texts of a service literal: `{{ }}` is evaluated, and `$$` is one `$`, as in Compose files.
final class ComposeTexts {
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:\\$|(?=[A-Za-z_{]))");

    /// `{{.Node.Hostname}}` and the like are filled in by the engine.
    private static final Pattern ENGINE_TEMPLATE = Pattern.compile("\\{\\{\\s*\\.");

    private final Expressions expressions;
    private final String owner;
    private final Diagnostics diagnostics;

    ComposeTexts(Expressions expressions, String owner, Diagnostics diagnostics) {
        this.expressions = expressions;
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// Everything but `environment`, whose values may be secret.
    YamlMapping literal(YamlMapping service) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : service.entries()) {
            boolean later = entry.key().equals("environment");
            YamlNode value = later ? entry.value() : literal(entry.value());
            entries.put(entry.key(), new Entry(entry.key(), entry.place(), value));
        }
        return new YamlMapping(service.place(), service.tag(), entries);
    }

    EnvValue value(YamlScalar scalar) {
        String text = withoutDollars(scalar);
        if (!isExpression(text)) {
            return EnvValue.plain(text);
        }
        boolean verbatim = text.equals(scalar.text());
        IntFunction<Place> places = verbatim ? scalar::placeAt : _ -> scalar.place();
        return expressions.evaluate(text, places);
    }

    private YamlNode literal(YamlNode node) {
        return switch (node) {
            case YamlMapping mapping -> {
                SequencedMap<String, Entry> entries = new LinkedHashMap<>();
                for (Entry entry : mapping.entries()) {
                    YamlNode value = literal(entry.value());
                    entries.put(entry.key(), new Entry(entry.key(), entry.place(), value));
                }
                yield new YamlMapping(mapping.place(), mapping.tag(), entries);
            }
            case YamlSequence sequence ->
                    new YamlSequence(
                            sequence.place(),
                            sequence.tag(),
                            sequence.items().stream().map(this::literal).toList());
            case YamlScalar scalar -> scalar.type() == Type.TEXT ? literal(scalar) : scalar;
        };
    }

    private YamlScalar literal(YamlScalar scalar) {
        EnvValue value = value(scalar);
        if (value.secret()) {
            diagnostics.error(
                    "compose.secret-outside-environment",
                    scalar.place(),
                    "A secret may only be in 'environment', but this is another key of %s."
                            .formatted(owner),
                    "Give the container a variable, and let it read that.");
            return scalar;
        }
        Type type = isExpression(scalar.text()) ? typeOf(value.text()) : Type.TEXT;
        return new YamlScalar(
                scalar.place(), scalar.tag(), value.text(), type, YamlScalar.NOT_VERBATIM);
    }

    private static Type typeOf(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Type.INTEGER;
        }
        return text.equals("true") || text.equals("false") ? Type.BOOLEAN : Type.TEXT;
    }

    private static boolean isExpression(String text) {
        return text.contains("{{") && !ENGINE_TEMPLATE.matcher(text).find();
    }

    private String withoutDollars(YamlScalar scalar) {
        Matcher matcher = DOLLAR.matcher(scalar.text());
        if (matcher.results().anyMatch(found -> found.group().equals("$"))) {
            diagnostics.error(
                    "compose.variable",
                    scalar.place(),
                    "'%s' of %s has a variable of the shell, which a compiled file does not have."
                            .formatted(scalar.text().strip(), owner),
                    "Write '$$' for '$', or an expression: {{ENV}}, {{SECRETS['name']}}.");
        }
        return scalar.text().replace("$$", "$");
    }
}
