/// Carries out on disk what an import has decided. Knows nothing of Compose.
@NullMarked
package dev.modmon.cli.importing;

import org.jspecify.annotations.NullMarked;
