/// Makes a project's environment into a Swarm stack: Compose keys decoded, checked, merged and spelled out.
/// Pure; knows no engine and no file but those it is given.
@NullMarked
package dev.modmon.core.compiler;

import org.jspecify.annotations.NullMarked;
