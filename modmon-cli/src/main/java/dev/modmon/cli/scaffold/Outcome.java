package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import java.util.List;

/// What an addition did, and what is left to the user.
///
/// @param added `service`, `database`, …
/// @param files that are new or changed, relative to the master repo
/// @param next what to do next: whole sentences
record Outcome(String added, String name, String directory, List<String> files, List<String> next) {
    Outcome {
        files = List.copyOf(files);
        next = List.copyOf(next);
    }

    /// Checks and writes the draft, and says so.
    static ExitCode of(
            String added,
            String name,
            Draft draft,
            List<String> next,
            Console console,
            Input input) {
        List<String> lines =
                draft.files().stream()
                        .map(file -> (draft.isNew(file) ? "  new      " : "  changed  ") + file)
                        .toList();
        draft.write(console);
        Outcome outcome = new Outcome(added, name, draft.root().toString(), draft.files(), next);
        if (input.get(CommonOptions.JSON)) {
            console.print(Json.of(outcome));
        } else if (!input.get(CommonOptions.QUIET)) {
            console.print("Added %s '%s'.".formatted(added, name));
            lines.forEach(console::print);
            next.forEach(console::note);
        }
        return ExitCode.DONE;
    }
}
