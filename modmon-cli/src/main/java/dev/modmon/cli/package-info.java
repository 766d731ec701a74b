/// The command line `modmon`: the entry point and the list of all commands. Knows what commands are called and take,
/// not what they do.
@NullMarked
package dev.modmon.cli;

import org.jspecify.annotations.NullMarked;
