/// YAML as nodes that remember their place. Knows nothing of Modmon's own keys.
@NullMarked
package dev.modmon.core.yaml;

import org.jspecify.annotations.NullMarked;
