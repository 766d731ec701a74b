package dev.modmon.core.compose;

import java.util.Comparator;

/// A config or a secret that a service's containers get as a file.
///
/// @param source which one: its [StoredFile#storedName]
/// @param target path of the file; a secret without a `/` in it is in `/run/secrets`
/// @param uid owner of the file
/// @param mode permissions, such as 0444
public record FileGrant(String source, String target, String uid, String gid, int mode)
        implements Comparable<FileGrant> {
    public static final String ROOT = "0";
    public static final int READABLE = 0444;

    private static final Comparator<FileGrant> ORDER =
            Comparator.comparing(FileGrant::target).thenComparing(FileGrant::source);

    public FileGrant withSource(String changed) {
        return new FileGrant(changed, target, uid, gid, mode);
    }

    /// Such as `0440`.
    public String modeText() {
        return "%04o".formatted(mode);
    }

    @Override
    public int compareTo(FileGrant other) {
        return ORDER.compare(this, other);
    }
}
