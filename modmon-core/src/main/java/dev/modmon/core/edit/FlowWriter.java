package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a fragment's values in one line, in brackets. Comments do not fit in there.
///
/// @param source the fragment's text
/// @param json whether every text is in double quotes
record FlowWriter(String source, boolean json) {
    static String entry(String key, YamlFragment fragment, boolean json) {
        return (json ? YamlText.inDoubleQuotes(key) : YamlText.of(key))
                + ": "
                + value(fragment, json);
    }

    static String value(YamlFragment fragment, boolean json) {
        return SpanReader.read(fragment.text())
                .map(new FlowWriter(fragment.text(), json)::value)
                .orElse("null");
    }

    private String value(Span span) {
        return switch (span.kind()) {
            case MAPPING -> "{" + joined(span.entries().stream().map(this::entry).toList()) + "}";
            case SEQUENCE -> "[" + joined(span.items().stream().map(this::value).toList()) + "]";
            case QUOTED -> json ? YamlText.inDoubleQuotes(span.value()) : raw(span);
            case BLOCK_TEXT -> YamlText.inDoubleQuotes(span.value());
            case PLAIN -> plain(span);
            case ALIAS -> raw(span);
        };
    }

    private String entry(Entry entry) {
        String key = json ? YamlText.inDoubleQuotes(entry.key().value()) : value(entry.key());
        return key + ": " + value(entry.value());
    }

    private String plain(Span span) {
        if (span.isNull()) {
            return "null";
        }
        String raw = raw(span);
        boolean bracketed = raw.chars().anyMatch(c -> ",[]{}".indexOf(c) >= 0);
        if (json && isText(span)) {
            return YamlText.inDoubleQuotes(span.value());
        }
        return bracketed ? YamlText.of(span.value()) : raw;
    }

    private static boolean isText(Span span) {
        return YamlFragment.of(span.value()).model().toPlain() instanceof String;
    }

    private String raw(Span span) {
        return source.substring(span.from(), span.to());
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }
}
