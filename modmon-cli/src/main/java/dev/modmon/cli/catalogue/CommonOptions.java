package dev.modmon.cli.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Options that every command takes, and that may stand before it as well.
public final class CommonOptions {
    public static final Option<Optional<Path>> DIRECTORY =
            Option.value(
                    'C',
                    "directory",
                    "DIR",
                    "Work in the master repo at DIR instead of the current folder",
                    Choices.DIRECTORIES,
                    Path::of);

    public static final Option<Boolean> JSON =
            Option.flag(
                    Option.NO_SHORT_NAME,
                    "json",
                    "Print one JSON object on standard output and nothing else");

    public static final Option<Boolean> QUIET =
            Option.flag('q', "quiet", "Print errors and what was asked for, no progress");

    public static final Option<Boolean> YES =
            Option.flag('y', "yes", "Answer every question with yes");

    public static final Option<Boolean> HELP =
            Option.flag('h', "help", "Print what the command does and takes");

    public static final List<Option<?>> ALL = List.of(DIRECTORY, JSON, QUIET, YES, HELP);

    private CommonOptions() {}
}
