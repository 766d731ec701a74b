/// What commands there are and how a command line becomes typed input, for one-shot and interactive use alike. Knows
/// neither what a command does nor a terminal.
@NullMarked
package dev.modmon.cli.catalogue;

import org.jspecify.annotations.NullMarked;
