package dev.modmon.core.compose;

import java.util.Comparator;

/// Something mounted into a container.
///
/// @param source name of a volume in this stack, path on the node, or empty for tmpfs and for an
///     anonymous volume
/// @param target absolute path in the container
public record MountSpec(
        Kind kind, String source, String target, boolean readOnly, MountOptions options)
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
                    .thenComparing(MountSpec::readOnly)
                    .thenComparing(mount -> mount.options().toString());

    /// Without anything special.
    public static MountSpec of(Kind kind, String source, String target, boolean readOnly) {
        return new MountSpec(kind, source, target, readOnly, MountOptions.NONE);
    }

    public MountSpec withSource(String changed) {
        return new MountSpec(kind, changed, target, readOnly, options);
    }

    @Override
    public int compareTo(MountSpec other) {
        return ORDER.compare(this, other);
    }
}
