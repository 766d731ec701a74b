/// The Docker Engine of this machine, as far as the quickstart needs it before and after there is a server. Knows
/// nothing of projects.
@NullMarked
package dev.modmon.cli.quickstart.engine;

import org.jspecify.annotations.NullMarked;
