package dev.modmon.core.yaml;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.InvalidInputException;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlScalar.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Makes nodes of the parser's events, and holds the bounds: depth, aliases, size once expanded.
final class NodeComposer {
    static final int MAX_DEPTH = 100;

    /// Real files share one mapping between hundreds of services; what aliases add up to is bounded below.
    static final int MAX_ALIASES = 10_000;

    /// A handful of nested aliases can mean billions of nodes to whoever walks them.
    static final long MAX_NODES = 1_000_000;

    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";
    private static final Set<String> COMPOSE_TAGS = Set.of("!reset", "!override");

    /// A node and how many nodes there are in it, each alias counted in full.
    record Composed(YamlNode node, long size) {}

    private final String file;
    private final EventStream events;
    private final Diagnostics diagnostics;
    private final Map<String, Composed> anchored = new HashMap<>();
    private int aliases;

    NodeComposer(String file, EventStream events, Diagnostics diagnostics) {
        this.file = file;
        this.events = events;
        this.diagnostics = diagnostics;
    }

    Optional<YamlNode> compose() {
        try {
            return Optional.of(document());
        } catch (InvalidInputException stop) {
            stop.diagnostics().forEach(diagnostics::add);
            return Optional.empty();
        }
    }

    private YamlNode document() {
        events.next();
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return new YamlScalar(new Place(file, 1, 1), "", "", Type.NULL, 0);
        }
        YamlNode root = node(events.next(), 1).node();
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            diagnostics.error(
                    "yaml.several-documents",
                    events.placeOf(after),
                    "A second document starts here; only the first would be read.",
                    "Remove the line '---', or move what follows to a file of its own.");
        }
        return root;
    }

    private Composed node(Event event, int depth) {
        Place place = events.placeOf(event);
        if (depth > MAX_DEPTH) {
            throw tooMuch(
                    "yaml.too-deep",
                    place,
                    "The YAML is nested more than %d levels deep.",
                    MAX_DEPTH);
        }
        if (event instanceof AliasEvent alias) {
            return resolve(alias, place);
        }
        Composed composed = composed(event, place, depth);
        if (composed.size() > MAX_NODES) {
            throw tooMuch(
                    "yaml.too-large",
                    place,
                    "With its aliases written out this has more than %d values.",
                    MAX_NODES);
        }
        ((NodeEvent) event)
                .getAnchor()
                .map(Anchor::getValue)
                .ifPresent(name -> anchored.put(name, composed));
        return composed;
    }

    /// No switch over types: each is generated at its first use, which is felt at the start of every command.
    private Composed composed(Event event, Place place, int depth) {
        if (event instanceof ScalarEvent scalar) {
            return new Composed(scalar(scalar, place), 1);
        }
        if (event instanceof SequenceStartEvent start) {
            return sequence(start, place, depth);
        }
        if (event instanceof MappingStartEvent start) {
            return mapping(start, place, depth);
        }
        throw new IllegalStateException("Unexpected event " + event);
    }

    private Composed resolve(AliasEvent alias, Place place) {
        String name = alias.getAlias().getValue();
        Composed target = anchored.get(name);
        if (target == null) {
            throw stop(
                    "yaml.unknown-alias",
                    place,
                    "Alias '*%s' stands for nothing: no anchor '&%1$s' was completed before it."
                            .formatted(name),
                    "Define the anchor above its first use; an anchor cannot contain itself.");
        }
        if (!(target.node() instanceof YamlScalar) && ++aliases > MAX_ALIASES) {
            throw tooMuch(
                    "yaml.too-many-aliases",
                    place,
                    "There are more than %d aliases of mappings and lists.",
                    MAX_ALIASES);
        }
        return target;
    }

    private YamlScalar scalar(ScalarEvent event, Place place) {
        String tag = event.getTag().orElse("");
        boolean text = !event.isPlain() || tag.equals("!") || tag.equals(STANDARD_TAGS + "str");
        Type type = text ? Type.TEXT : CoreSchema.typeOf(event.getValue());
        return new YamlScalar(place, checkedTag(tag, place), event.getValue(), type, lead(event));
    }

    private static int lead(ScalarEvent event) {
        int quotes = event.isPlain() ? 0 : 2;
        String text = event.getValue();
        boolean verbatim =
                event.getTag().isEmpty()
                        && event.getAnchor().isEmpty()
                        && !event.isLiteral()
                        && !event.isFolded()
                        && lengthInFile(event) == text.codePointCount(0, text.length()) + quotes;
        return verbatim ? quotes / 2 : YamlScalar.NOT_VERBATIM;
    }

    private static int lengthInFile(ScalarEvent event) {
        return event.getEndMark().map(Mark::getIndex).orElse(-1)
                - event.getStartMark().map(Mark::getIndex).orElse(0);
    }

    private Composed sequence(SequenceStartEvent start, Place place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        long size = 1;
        for (Event next = events.next();
                next.getEventId() != Event.ID.SequenceEnd;
                next = events.next()) {
            Composed item = node(next, depth + 1);
            items.add(item.node());
            size += item.size();
        }
        String tag = checkedTag(start.getTag().orElse(""), place);
        return new Composed(new YamlSequence(place, tag, items), size);
    }

    private Composed mapping(MappingStartEvent start, Place place, int depth) {
        MappingBuilder mapping = new MappingBuilder(diagnostics);
        long size = 1;
        for (Event key = events.next();
                key.getEventId() != Event.ID.MappingEnd;
                key = events.next()) {
            Place keyPlace = events.placeOf(key);
            boolean merge = isMergeKey(key);
            YamlNode name = node(key, depth + 1).node();
            Composed value = node(events.next(), depth + 1);
            size += 1 + value.size();
            if (merge) {
                mapping.merge(value.node(), keyPlace);
            } else if (name instanceof YamlScalar scalar) {
                mapping.put(new Entry(scalar.text(), keyPlace, value.node()));
            } else {
                diagnostics.error(
                        "yaml.key-not-text",
                        keyPlace,
                        "A key must be text, but this is %s.".formatted(name.kind()),
                        "Expressions such as {{ENV}} need quotes around them in YAML.");
            }
        }
        String tag = checkedTag(start.getTag().orElse(""), place);
        return new Composed(new YamlMapping(place, tag, mapping.build()), size);
    }

    private static boolean isMergeKey(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag().filter(tag -> !tag.equals(STANDARD_TAGS + "merge")).isEmpty()
                && scalar.getValue().equals("<<");
    }

    private String checkedTag(String tag, Place place) {
        if (tag.isEmpty() || tag.equals("!") || tag.startsWith(STANDARD_TAGS)) {
            return "";
        }
        if (!COMPOSE_TAGS.contains(tag)) {
            diagnostics.error(
                    "yaml.unknown-tag",
                    place,
                    "Tag '%s' has no meaning here.".formatted(tag),
                    "Known tags are !reset and !override, as in Compose files; quote a value that begins with '!'.");
            return "";
        }
        return tag;
    }

    private static InvalidInputException tooMuch(
            String code, Place place, String message, long bound) {
        return stop(
                code,
                place,
                message.formatted(bound),
                "Write it out, or split it: the bound protects servers from files made to exhaust them.");
    }

    private static InvalidInputException stop(
            String code, Place place, String message, String hint) {
        return new InvalidInputException(List.of(Diagnostic.error(code, place, message, hint)));
    }
}
