/// The daemon: its main class and the wiring of everything else. Decides nothing itself.
@NullMarked
package dev.modmon.server;

import org.jspecify.annotations.NullMarked;
