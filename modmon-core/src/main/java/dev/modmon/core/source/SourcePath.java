package dev.modmon.core.source;

import java.util.List;

/// A path within a master repo, checked: relative, with `/`, and with no step out of the root.
public record SourcePath(List<String> steps) {
    public SourcePath {
        steps = List.copyOf(steps);
    }

    /// @throws SourceException when the path could leave the root
    public static SourcePath of(String path) {
        List<String> steps = List.of(path.split("/", -1));
        if (!steps.stream().allMatch(SourcePath::isPlain)) {
            throw new SourceException(
                    path, "Path '%s' must stay inside the master repo.".formatted(path));
        }
        return new SourcePath(steps);
    }

    private static boolean isPlain(String step) {
        return !step.isEmpty()
                && !step.equals(".")
                && !step.equals("..")
                && step.chars().noneMatch(c -> c == '\\' || c < 0x20);
    }

    @Override
    public String toString() {
        return String.join("/", steps);
    }
}
