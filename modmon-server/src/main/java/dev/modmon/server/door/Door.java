package dev.modmon.server.door;

/// A way in for callers: proves who they are by their key, and tells them what a [DoorAnswer] says.
public interface Door extends AutoCloseable {
    /// Keys were added or removed, or time has passed. To be called at least once in
    /// [Tokens#ROTATION].
    void refresh();

    @Override
    void close();
}
