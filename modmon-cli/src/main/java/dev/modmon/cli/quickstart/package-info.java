/// From nothing to a running example on this machine, and back: steps that look, do, remember and undo. Knows the engine
/// and the server's command line, not the server's inside.
@NullMarked
package dev.modmon.cli.quickstart;

import org.jspecify.annotations.NullMarked;
