package dev.modmon.server.rollout;

import org.jspecify.annotations.Nullable;

/// Lines as they come. Closing it from another thread ends a [#next] that waits.
public interface LogStream extends AutoCloseable {
    /// The next line; waits for it. Null at the end, and once the stream was closed.
    @Nullable LogLine next();

    @Override
    void close();
}
