package dev.modmon.core.compose;

import java.util.List;
import java.util.function.UnaryOperator;

/// What a container finds in its file system besides its image; each list by target.
public record ContainerFiles(
        List<MountSpec> mounts, List<FileGrant> configs, List<FileGrant> secrets) {
    public static final ContainerFiles NONE = new ContainerFiles(List.of(), List.of(), List.of());

    public ContainerFiles {
        mounts = mounts.stream().sorted().toList();
        configs = configs.stream().sorted().toList();
        secrets = secrets.stream().sorted().toList();
    }

    public static ContainerFiles mounted(List<MountSpec> mounts) {
        return new ContainerFiles(mounts, List.of(), List.of());
    }

    public List<FileGrant> grants(FileKind kind) {
        return switch (kind) {
            case CONFIG -> configs;
            case SECRET -> secrets;
        };
    }

    ContainerFiles withGrants(
            UnaryOperator<FileGrant> ofConfigs, UnaryOperator<FileGrant> ofSecrets) {
        return new ContainerFiles(
                mounts,
                configs.stream().map(ofConfigs).toList(),
                secrets.stream().map(ofSecrets).toList());
    }
}
