/// What an environment consists of, as a Swarm stack: the typed model, its compiler and its file. Knows no engine.
@NullMarked
package dev.modmon.core.compose;

import org.jspecify.annotations.NullMarked;
