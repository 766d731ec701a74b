package dev.modmon.core.yaml;

import dev.modmon.core.source.Place;
import java.util.Iterator;
import org.snakeyaml.engine.v2.events.Event;

/// The parser's events one by one, with their places in our words.
final class EventStream {
    private final String file;
    private final Iterator<Event> events;

    EventStream(String file, Iterable<Event> events) {
        this.file = file;
        this.events = events.iterator();
    }

    Event next() {
        return events.next();
    }

    Place placeOf(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.ofFile(file));
    }
}
