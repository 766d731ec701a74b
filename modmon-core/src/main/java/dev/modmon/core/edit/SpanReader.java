package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import dev.modmon.core.edit.Span.Kind;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.SeparatingTab;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Finds out which characters of a YAML text its nodes are made of. The text was read without complaint
/// before.
final class SpanReader {
    private final String text;
    private final boolean supplementary;
    private final Iterator<Event> events;

    private SpanReader(String text) {
        this.text = text;
        this.supplementary = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(SourceTree.MAX_FILE_BYTES).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /// The root; empty when there is no document at all, not even an empty one.
    ///
    /// @param text which a [dev.modmon.core.yaml.YamlReader] can read
    static Optional<Span> read(String text) {
        try {
            return new SpanReader(text).document();
        } catch (YamlEngineException e) {
            return read(SeparatingTab.replaced(text, e).orElseThrow(() -> e));
        }
    }

    private Optional<Span> document() {
        events.next();
        return events.next().getEventId() == Event.ID.StreamEnd
                ? Optional.empty()
                : Optional.of(node(events.next()));
    }

    private Span node(Event event) {
        return switch (event) {
            case AliasEvent alias ->
                    Span.scalar(
                            Kind.ALIAS, from(alias), to(alias), alias.getAlias().getValue(), "");
            case ScalarEvent scalar ->
                    Span.scalar(
                            kind(scalar),
                            from(scalar),
                            to(scalar),
                            anchor(scalar),
                            scalar.getValue());
            case MappingStartEvent start -> mapping(start);
            case SequenceStartEvent start -> sequence(start);
            default -> throw new IllegalStateException("Unexpected event " + event);
        };
    }

    private static Kind kind(ScalarEvent scalar) {
        if (scalar.isPlain()) {
            return Kind.PLAIN;
        }
        return scalar.isLiteral() || scalar.isFolded() ? Kind.BLOCK_TEXT : Kind.QUOTED;
    }

    private Span mapping(MappingStartEvent start) {
        List<Entry> entries = new ArrayList<>();
        Event next = events.next();
        for (; next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Span key = node(next);
            entries.add(new Entry(key, node(events.next())));
        }
        int to = start.isFlow() ? to(next) : entries.getLast().value().to();
        return new Span(
                Kind.MAPPING,
                start.isFlow(),
                from(start),
                to,
                anchor(start),
                "",
                entries,
                List.of());
    }

    private Span sequence(SequenceStartEvent start) {
        List<Span> items = new ArrayList<>();
        Event next = events.next();
        for (; next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next));
        }
        int to = start.isFlow() ? to(next) : items.getLast().to();
        return new Span(
                Kind.SEQUENCE,
                start.isFlow(),
                from(start),
                to,
                anchor(start),
                "",
                List.of(),
                items);
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    private int from(Event event) {
        return index(event.getStartMark());
    }

    private int to(Event event) {
        return index(event.getEndMark());
    }

    /// The parser counts code points.
    private int index(Optional<Mark> mark) {
        int points = mark.orElseThrow().getIndex();
        return supplementary ? text.offsetByCodePoints(0, points) : points;
    }
}
