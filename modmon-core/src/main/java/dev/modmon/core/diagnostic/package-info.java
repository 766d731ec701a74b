/// What is wrong with a user's input, as data: severity, stable code, place, message, hint. Knows no rule itself.
@NullMarked
package dev.modmon.core.diagnostic;

import org.jspecify.annotations.NullMarked;
