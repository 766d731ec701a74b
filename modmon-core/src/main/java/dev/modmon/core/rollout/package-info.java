/// What must happen to get from what runs to what is wanted. Decides only; carries out nothing.
@NullMarked
package dev.modmon.core.rollout;

import org.jspecify.annotations.NullMarked;
