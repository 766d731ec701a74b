/// Container images made of this machine's own Java runtime, without a registry and without a build tool. Knows the
/// formats, not the engine.
@NullMarked
package dev.modmon.cli.quickstart.image;

import org.jspecify.annotations.NullMarked;
