/// Releases, jobs, journals and access rules in one SQLite file. Knows nothing of when they change.
@NullMarked
package dev.modmon.server.store;

import org.jspecify.annotations.NullMarked;
