package dev.modmon.core.compose;

import java.util.Comparator;

/// Something mounted into a container.
///
/// @param source name of a volume in this stack, path on the node, or empty for tmpfs and for an
///     anonymous volume
/// @param target absolute path in the container
public record MountSpec(Kind kind, String source, String target, boolean readOnly)
        implements Comparable<MountSpec> {
    /// Where the mounted files live.
    public enum Kind {
        VOLUME,
        BIND,
        TMPFS
    }

    private static final Comparator<MountSpec> ORDER =
            Comparator.comparing(MountSpec::target)
                    .thenComparing(MountSpec::kind)
                    .thenComparing(MountSpec::source)
                    .thenComparing(MountSpec::readOnly);

    @Override
    public int compareTo(MountSpec other) {
        return ORDER.compare(this, other);
    }
}
