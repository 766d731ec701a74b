/// The one directory that holds all the server's state, and how files get there for good. Knows nothing of what they mean.
@NullMarked
package dev.modmon.server.state;

import org.jspecify.annotations.NullMarked;
