/// Changes YAML files in place, so that comments, order and layout stay the user's. Knows nothing of what the keys mean.
@NullMarked
package dev.modmon.core.edit;

import org.jspecify.annotations.NullMarked;
