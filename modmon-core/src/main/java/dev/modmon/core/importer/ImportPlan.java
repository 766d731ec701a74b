package dev.modmon.core.importer;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// The master repo that an import would make.
///
/// @param files what is new, by its path in the repo
/// @param ignored lines that `.gitignore` must have
/// @param notes what was left out, moved or is still to be done: whole sentences
public record ImportPlan(
        SequencedMap<String, Content> files, List<String> ignored, List<String> notes) {
    /// What Modmon writes into a master repo itself.
    static final Set<String> COMPILED = Set.of("docker-stack.yaml", "docker-compose.yaml");

    public ImportPlan {
        files = Collections.unmodifiableSequencedMap(files);
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
    }

    /// What a file holds.
    public sealed interface Content {
        record Text(String text) implements Content {}

        record CopyOf(Path original) implements Content {}
    }
}
