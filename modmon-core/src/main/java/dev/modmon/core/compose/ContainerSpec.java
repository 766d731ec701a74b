package dev.modmon.core.compose;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What runs in each task of a service. Null and empty mean: as the image has it.
///
/// @param entrypoint replaces the image's entry point
/// @param command replaces the image's command
/// @param labels of the container, without the stack's own
public record ContainerSpec(
        ImageReference image,
        List<String> entrypoint,
        List<String> command,
        SortedMap<String, EnvValue> environment,
        ContainerFiles files,
        ProcessSpec process,
        Isolation isolation,
        NameResolution names,
        @Nullable Healthcheck healthcheck,
        @Nullable LoggingSpec logging,
        SortedMap<String, String> labels) {
    public ContainerSpec {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /// A container that says nothing but its image.
    public static ContainerSpec of(ImageReference image) {
        return new ContainerSpec(
                image,
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                ContainerFiles.NONE,
                ProcessSpec.DEFAULT,
                Isolation.DEFAULT,
                NameResolution.DEFAULT,
                null,
                null,
                Collections.emptySortedMap());
    }

    public List<MountSpec> mounts() {
        return files.mounts();
    }

    public ContainerSpec withImage(ImageReference changed) {
        return with(changed, environment, files);
    }

    public ContainerSpec withEnvironment(SortedMap<String, EnvValue> changed) {
        return with(image, changed, files);
    }

    public ContainerSpec withFiles(ContainerFiles changed) {
        return with(image, environment, changed);
    }

    private ContainerSpec with(
            ImageReference changedImage,
            SortedMap<String, EnvValue> changedEnvironment,
            ContainerFiles changedFiles) {
        return new ContainerSpec(
                changedImage,
                entrypoint,
                command,
                changedEnvironment,
                changedFiles,
                process,
                isolation,
                names,
                healthcheck,
                logging,
                labels);
    }
}
