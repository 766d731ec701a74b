/// Secret values of each environment, given or made once. Shows none of them.
@NullMarked
package dev.modmon.server.secret;

import org.jspecify.annotations.NullMarked;
