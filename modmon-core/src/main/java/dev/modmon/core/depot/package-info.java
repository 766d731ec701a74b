/// What `depot/` holds beside the app repos: code that the project uses but does not deploy. Clones nothing.
@NullMarked
package dev.modmon.core.depot;

import org.jspecify.annotations.NullMarked;
