/// Holds Modmon against real Compose files: what it makes of them, and what docker says to that. Knows no single file.
@NullMarked
package dev.modmon.installer.score;

import org.jspecify.annotations.NullMarked;
