/// Who may do what: users, keys, roles, permissions. Knows nothing of how a caller was identified.
@NullMarked
package dev.modmon.core.access;

import org.jspecify.annotations.NullMarked;
