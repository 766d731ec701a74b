package dev.modmon.cli.shell;

import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Names of the project that the session is in, for the prompt and for completion: read beside the session, and again
/// when the file changed. A project with mistakes in it keeps the names it had.
final class ProjectGlance {
    private static final long PATIENCE_MILLIS = 300;

    /// Names, as they are known now.
    record Names(String project, List<String> environments, List<String> services) {
        static final Names NONE = new Names("", List.of(), List.of());
    }

    private final Path directory;
    private Names last = Names.NONE;
    private @Nullable FileTime read;
    private CompletableFuture<Names> reading = CompletableFuture.completedFuture(Names.NONE);

    ProjectGlance(Path directory) {
        this.directory = directory;
        refresh();
    }

    String project() {
        return names().project();
    }

    /// Never waits for long.
    synchronized Names names() {
        refresh();
        try {
            last = reading.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notNow) {
            return last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    private synchronized void refresh() {
        FileTime changed = changed();
        if (changed == null || changed.equals(read)) {
            return;
        }
        read = changed;
        Names before = last;
        reading = new CompletableFuture<>();
        CompletableFuture<Names> result = reading;
        Thread.ofVirtual().start(() -> result.complete(load(before)));
    }

    private @Nullable FileTime changed() {
        for (Path at = directory; at != null; at = at.getParent()) {
            try {
                return Files.getLastModifiedTime(at.resolve(Project.FILE));
            } catch (IOException notHere) {
                // Perhaps further up.
            }
        }
        return null;
    }

    private Names load(Names before) {
        try {
            Workspace workspace = Workspace.load(directory);
            return new Names(
                    workspace.name().value(),
                    workspace.environments().stream().map(Object::toString).toList(),
                    workspace.services().stream().map(Object::toString).toList());
        } catch (Failure mistakes) {
            return before;
        }
    }
}
