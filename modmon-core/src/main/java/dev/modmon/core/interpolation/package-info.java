/// Variables in texts, `$NAME` and `${NAME:-default}`, by Compose's rules. Knows neither files nor where values come from.
@NullMarked
package dev.modmon.core.interpolation;

import org.jspecify.annotations.NullMarked;
