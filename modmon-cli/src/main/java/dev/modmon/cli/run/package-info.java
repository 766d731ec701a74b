/// Runs one command line from its words to its exit code, and reports how it failed. Knows no single command.
@NullMarked
package dev.modmon.cli.run;

import org.jspecify.annotations.NullMarked;
