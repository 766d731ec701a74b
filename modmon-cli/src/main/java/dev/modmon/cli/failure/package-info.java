/// How a command ends when it does not end well: the exit codes, and failures that say what happened and what to do
/// next. Knows no command and no terminal.
@NullMarked
package dev.modmon.cli.failure;

import org.jspecify.annotations.NullMarked;
