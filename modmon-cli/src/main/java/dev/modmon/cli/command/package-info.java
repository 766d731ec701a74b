/// The commands: what each is called and takes, and what it does. Knows neither Spring nor how a line became input.
@NullMarked
package dev.modmon.cli.command;

import org.jspecify.annotations.NullMarked;
