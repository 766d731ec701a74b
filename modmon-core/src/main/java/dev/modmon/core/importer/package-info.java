/// Makes a master repo of Compose files: what it would consist of, as a plan. Knows no folder on disk and writes nothing.
@NullMarked
package dev.modmon.core.importer;

import org.jspecify.annotations.NullMarked;
