/// Makes master repos and adds to them: asks what is not said, edits the files in place, and writes all of it or nothing.
/// Knows nothing of clusters.
@NullMarked
package dev.modmon.cli.scaffold;

import org.jspecify.annotations.NullMarked;
