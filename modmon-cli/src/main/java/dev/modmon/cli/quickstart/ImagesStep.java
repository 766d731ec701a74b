package dev.modmon.cli.quickstart;

import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import dev.modmon.cli.quickstart.engine.Engine;
import dev.modmon.cli.quickstart.image.ExampleImages;
import dev.modmon.cli.quickstart.image.ImageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The example's images, made here and handed to the engine through the server.
final class ImagesStep implements Step {
    private final Site site;
    private final Trail trail;
    private final Engine engine;
    private final ExampleCluster cluster;

    ImagesStep(Site site, Trail trail, Engine engine, ExampleCluster cluster) {
        this.site = site;
        this.trail = trail;
        this.engine = engine;
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "images";
    }

    @Override
    public Optional<String> present() {
        return ExampleImages.names().stream().allMatch(engine::hasImage)
                ? Optional.of(sentence())
                : Optional.empty();
    }

    private static String sentence() {
        return "The engine has the example's %d images.".formatted(ExampleImages.names().size());
    }

    @Override
    public String apply() {
        Path folder = site.folder().resolve("images");
        Folders.delete(folder);
        try (ClusterLink link = cluster.open()) {
            Path archive = ExampleImages.write(folder);
            trail.record(new Mark.ImagesLoaded(missing()));
            link.load(archive);
            return sentence();
        } catch (IOException | ImageException impossible) {
            throw new Failure(
                    ExitCode.FAILED,
                    "images",
                    "The example's images cannot be made: %s".formatted(impossible.getMessage()),
                    "They are made of this machine's own Java runtime, which has to be one for Linux.",
                    impossible);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted("Interrupted while the images were made.", "");
        } finally {
            Folders.delete(folder);
        }
    }

    /// Those that were there before are not ours to remove.
    private List<String> missing() {
        List<String> known =
                trail.find(Mark.ImagesLoaded.class).map(Mark.ImagesLoaded::names).orElse(List.of());
        return ExampleImages.names().stream()
                .filter(name -> known.contains(name) || !engine.hasImage(name))
                .toList();
    }

    @Override
    public Optional<String> undo() {
        Optional<Mark.ImagesLoaded> loaded = trail.find(Mark.ImagesLoaded.class);
        if (loaded.isEmpty()) {
            return Optional.empty();
        }
        engine.require();
        List<String> used =
                loaded.get().names().stream().filter(name -> !engine.removeImage(name)).toList();
        trail.forget(Mark.ImagesLoaded.class);
        return Optional.of(
                used.isEmpty()
                        ? "Removed the images."
                        : "Kept images that something else uses: " + String.join(", ", used));
    }
}
