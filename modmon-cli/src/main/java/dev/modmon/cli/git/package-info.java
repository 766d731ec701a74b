/// The master repo as a git work tree, through the user's own `git`. Knows nothing of projects and clusters.
@NullMarked
package dev.modmon.cli.git;

import org.jspecify.annotations.NullMarked;
