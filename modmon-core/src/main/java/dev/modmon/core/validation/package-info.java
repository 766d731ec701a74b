/// All the checks of a master repo in one call. Knows nothing of how diagnostics are shown.
@NullMarked
package dev.modmon.core.validation;

import org.jspecify.annotations.NullMarked;
