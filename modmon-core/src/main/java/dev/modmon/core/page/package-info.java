/// Pages that visitors see instead of the app, such as during maintenance. Serves none of them.
@NullMarked
package dev.modmon.core.page;

import org.jspecify.annotations.NullMarked;
