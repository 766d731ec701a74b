/// Built-in templates of services, ready to be written into a master repo. Knows nothing of files and of who asks for them.
@NullMarked
package dev.modmon.core.prefab;

import org.jspecify.annotations.NullMarked;
