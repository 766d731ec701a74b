/// The commits of master repos, in bare git repositories. Reads and keeps them; runs no git program and no hook.
@NullMarked
package dev.modmon.server.git;

import org.jspecify.annotations.NullMarked;
