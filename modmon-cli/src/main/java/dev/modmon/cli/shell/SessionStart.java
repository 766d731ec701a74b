package dev.modmon.cli.shell;

import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.command.Surroundings;
import java.util.function.Function;

/// What the process hands to the session.
record SessionStart(Surroundings here, Function<Surroundings, Catalogue> commands) {}
