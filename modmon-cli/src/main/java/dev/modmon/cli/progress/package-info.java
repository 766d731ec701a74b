/// What a user sees of a job while it is carried out. Knows events, not where they come from.
@NullMarked
package dev.modmon.cli.progress;

import org.jspecify.annotations.NullMarked;
