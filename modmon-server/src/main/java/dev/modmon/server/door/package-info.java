/// The SSH doors that callers come in by, and the tokens they get there. Knows nothing of what a caller may do.
@NullMarked
package dev.modmon.server.door;

import org.jspecify.annotations.NullMarked;
