/// The small total language inside `{{ }}`. Knows neither files nor services, only names it is given.
@NullMarked
package dev.modmon.core.expression;

import org.jspecify.annotations.NullMarked;
