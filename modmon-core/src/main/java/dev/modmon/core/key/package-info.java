/// SSH public keys as text: type, blob, fingerprint. Knows no cryptography and nobody who owns a key.
@NullMarked
package dev.modmon.core.key;

import org.jspecify.annotations.NullMarked;
