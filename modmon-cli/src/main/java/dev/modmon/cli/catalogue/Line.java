package dev.modmon.cli.catalogue;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.shell.core.command.ParsedInput;

/// What a command line asks for.
public sealed interface Line {
    /// A command, complete and checked.
    record Call(CatalogueCommand command, ParsedInput input) implements Line {}

    /// No command at all: an interactive session, perhaps in another folder.
    record Session(Optional<Path> directory) implements Line {}
}
