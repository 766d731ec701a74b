/// Env files, `NAME=value` a line, by Compose's rules, with the place of every character. Knows neither projects nor services.
@NullMarked
package dev.modmon.core.dotenv;

import org.jspecify.annotations.NullMarked;
