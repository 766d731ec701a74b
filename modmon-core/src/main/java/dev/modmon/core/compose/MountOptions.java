package dev.modmon.core.compose;

/// What is special about a mount; each field belongs to one kind of mount.
///
/// @param propagation of a bind, such as `rslave`; empty: `rprivate`, the engine's default
/// @param noCopy a fresh volume is not filled with what the image has in its place
/// @param subpath folder of a volume that is mounted instead of all of it; empty: all of it
/// @param tmpfsBytes size of a tmpfs; 0: half of the node's memory
public record MountOptions(String propagation, boolean noCopy, String subpath, long tmpfsBytes) {
    public static final MountOptions NONE = new MountOptions("", false, "", 0);

    public static MountOptions ofBind(String propagation) {
        return new MountOptions(propagation, false, "", 0);
    }

    public static MountOptions ofVolume(boolean noCopy, String subpath) {
        return new MountOptions("", noCopy, subpath, 0);
    }

    public static MountOptions ofTmpfs(long bytes) {
        return new MountOptions("", false, "", bytes);
    }
}
