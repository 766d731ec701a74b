/// Warnings of what an engine accepts and a user will regret: one rule each. Knows nothing of errors, and nothing of how a
/// stack is compiled or rolled out.
@NullMarked
package dev.modmon.core.advice;

import org.jspecify.annotations.NullMarked;
