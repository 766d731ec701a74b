package dev.modmon.core.dotenv;

import dev.modmon.core.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// An env file as it is written: nothing is put in yet.
///
/// @param entries in the order of the file; where two have one name, the later one counts
public record DotenvFile(Place place, List<DotenvEntry> entries) {
    public DotenvFile {
        entries = List.copyOf(entries);
    }

    public static DotenvFile empty(Place place) {
        return new DotenvFile(place, List.of());
    }

    /// The entries that count.
    public SequencedMap<String, DotenvEntry> byName() {
        SequencedMap<String, DotenvEntry> byName = new LinkedHashMap<>();
        entries.forEach(entry -> byName.put(entry.name(), entry));
        return byName;
    }
}
