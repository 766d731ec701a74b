package dev.modmon.core.compose;

/// How much of something a process may use: open files, processes, locked memory.
///
/// @param soft what holds, -1: without end
/// @param hard how far the process may raise it itself, -1: without end
public record Ulimit(long soft, long hard) {
    @Override
    public String toString() {
        return soft == hard ? Long.toString(soft) : soft + ":" + hard;
    }
}
