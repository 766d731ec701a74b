/// The records that clients and servers exchange as JSON. Knows no transport.
@NullMarked
package dev.modmon.core.api;

import org.jspecify.annotations.NullMarked;
