package dev.modmon.cli.progress;

import dev.modmon.cli.console.Console;
import dev.modmon.core.api.JobEvent;

/// One line for each event, for logs of CI and for pipes.
final class PlainProgress implements Progress {
    private final Console console;

    PlainProgress(Console console) {
        this.console = console;
    }

    @Override
    public void show(JobEvent event) {
        switch (event) {
            case JobEvent.Phase(_, var name, var text) -> console.note(joined(name, text));
            case JobEvent.Service service ->
                    console.note(joined(service.name(), ServiceLine.text(service)));
            case JobEvent.Finished _ -> {
                // The summary says it.
            }
        }
    }

    private static String joined(String subject, String text) {
        return text.isEmpty() ? subject : subject + ": " + text;
    }

    @Override
    public void say(String text) {
        console.note(text);
    }

    @Override
    public void close() {}
}
