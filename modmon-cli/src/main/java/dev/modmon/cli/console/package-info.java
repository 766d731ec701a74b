/// How things look: streams, colour, tables, progress, diagnostics, JSON. Knows no command.
@NullMarked
package dev.modmon.cli.console;

import org.jspecify.annotations.NullMarked;
