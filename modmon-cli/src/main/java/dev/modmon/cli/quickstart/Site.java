package dev.modmon.cli.quickstart;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.project.LoginName;
import java.nio.file.Path;
import java.util.Map;

/// Where the quickstart takes place.
///
/// @param home the client's settings directory
/// @param yes whether questions are answered already
/// @param distribution the folder that this command line was started from
record Site(
        Path home,
        Path distribution,
        Map<String, String> environment,
        Console console,
        boolean yes) {
    Path folder() {
        return home.resolve("quickstart");
    }

    Path stateFile() {
        return folder().resolve("state.json");
    }

    Path serverState() {
        return folder().resolve("server");
    }

    boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// The user's name, as access.yaml takes it.
    String user() {
        return LoginName.ofUser();
    }

    /// Asks before something is installed or started.
    void agree(String question, String otherwise) {
        if (yes || (console.canAsk() && console.confirm(question))) {
            return;
        }
        throw console.canAsk()
                ? new Failure(ExitCode.FAILED, "declined", "Nothing was changed.", otherwise)
                : new Failure(
                        ExitCode.USAGE,
                        "question",
                        question,
                        "Nobody can be asked here: answer with --yes. " + otherwise);
    }
}
