/// Who a caller is and what the projects on this server let them do. Knows nothing of how a caller comes in.
@NullMarked
package dev.modmon.server.access;

import org.jspecify.annotations.NullMarked;
