package dev.modmon.cli.quickstart;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through the steps and says what each found or did.
final class Narration {
    private static final int NAMES = 9;

    private final Console console;
    private final boolean silent;

    Narration(Console console, boolean silent) {
        this.console = console;
        this.silent = silent;
    }

    /// What a step found or did.
    ///
    /// @param there whether it was there already
    record Told(String step, boolean there, String text) {}

    List<Told> tell(List<Step> steps) {
        List<Told> all = new ArrayList<>();
        for (Step step : steps) {
            Optional<String> present = step.present();
            if (present.isEmpty()) {
                begin(step);
            }
            Told told = new Told(step.name(), present.isPresent(), present.orElseGet(step::apply));
            all.add(told);
            say(told);
        }
        return all;
    }

    /// On a terminal, a step that takes its time is named while it does.
    private void begin(Step step) {
        if (!silent && console.isLive()) {
            console.noteRaw("  %s ...\r".formatted(step.name()));
        }
    }

    private void say(Told told) {
        if (silent) {
            return;
        }
        String clear = console.isLive() ? "\033[K" : "";
        String mark =
                told.there()
                        ? console.paintedNote(Style.DIM, "✓")
                        : console.paintedNote(Style.GREEN, "+");
        String name = told.step() + " ".repeat(Math.max(1, NAMES - told.step().length()));
        String there = told.there() ? " " + console.paintedNote(Style.DIM, "(was there)") : "";
        console.note(clear + mark + " " + name + told.text() + there);
    }

    void said(String text) {
        if (!silent) {
            console.note("- " + text);
        }
    }
}
