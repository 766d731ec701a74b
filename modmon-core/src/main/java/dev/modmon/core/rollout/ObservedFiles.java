package dev.modmon.core.rollout;

import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.FileKind;
import java.util.Set;
import java.util.stream.Collectors;

/// Names within a stack of configs and secrets; what is in them the engine tells only of configs.
public record ObservedFiles(Set<String> configs, Set<String> secrets) {
    public static final ObservedFiles NONE = new ObservedFiles(Set.of(), Set.of());

    public ObservedFiles {
        configs = Set.copyOf(configs);
        secrets = Set.copyOf(secrets);
    }

    /// What containers get.
    public static ObservedFiles granted(ContainerFiles files) {
        return new ObservedFiles(
                files.configs().stream().map(FileGrant::source).collect(Collectors.toSet()),
                files.secrets().stream().map(FileGrant::source).collect(Collectors.toSet()));
    }

    public Set<String> of(FileKind kind) {
        return switch (kind) {
            case CONFIG -> configs;
            case SECRET -> secrets;
        };
    }
}
