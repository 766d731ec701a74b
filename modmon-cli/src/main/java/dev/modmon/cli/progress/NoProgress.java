package dev.modmon.cli.progress;

import dev.modmon.core.api.JobEvent;

/// Shows nothing.
record NoProgress() implements Progress {
    @Override
    public void show(JobEvent event) {}

    @Override
    public void say(String text) {}

    @Override
    public void close() {}
}
