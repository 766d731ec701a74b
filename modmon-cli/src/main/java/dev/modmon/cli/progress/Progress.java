package dev.modmon.cli.progress;

import dev.modmon.cli.console.Console;
import dev.modmon.core.api.JobEvent;

/// Shows the events of one job. To be closed before anything else is printed.
public sealed interface Progress extends AutoCloseable
        permits LiveProgress, PlainProgress, NoProgress {
    void show(JobEvent event);

    /// Something that is not about a service.
    void say(String text);

    @Override
    void close();

    /// Redrawn in place on a terminal, a line for each event elsewhere, nothing when quiet is asked.
    static Progress on(Console console, boolean quiet) {
        if (quiet) {
            return new NoProgress();
        }
        return console.isLive() ? LiveProgress.ticking(console) : new PlainProgress(console);
    }
}
