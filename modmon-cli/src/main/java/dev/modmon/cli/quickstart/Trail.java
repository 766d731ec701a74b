package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `state.json`: what the quickstart did, at most one [Mark] of each kind. Written before the next step begins, so that a
/// quickstart that was cut off can be finished or removed.
final class Trail {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final ObjectNode marks;

    private Trail(Path file, ObjectNode marks) {
        this.file = file;
        this.marks = marks;
    }

    static Trail at(Path file) {
        try {
            return new Trail(file, (ObjectNode) JSON.readTree(Files.readString(file)));
        } catch (NoSuchFileException none) {
            return new Trail(file, JSON.createObjectNode());
        } catch (IOException | JacksonException | ClassCastException damaged) {
            throw new Failure(
                    ExitCode.FAILED,
                    "quickstart-state",
                    "The quickstart's record '%s' cannot be read.".formatted(file),
                    "Without it nothing is undone; delete the file to start anew.",
                    damaged);
        }
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    <T extends Mark> Optional<T> find(Class<T> kind) {
        return Optional.ofNullable(marks.get(kind.getSimpleName()))
                .map(mark -> JSON.treeToValue(mark, kind));
    }

    void record(Mark mark) {
        marks.set(mark.getClass().getSimpleName(), JSON.valueToTree(mark));
        write();
    }

    void forget(Class<? extends Mark> kind) {
        marks.remove(kind.getSimpleName());
        write();
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, JSON.writeValueAsString(marks) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.FAILED,
                    "quickstart-state",
                    "The quickstart's record '%s' cannot be written: %s."
                            .formatted(file, unwritable.getMessage()),
                    "",
                    unwritable);
        }
    }
}
