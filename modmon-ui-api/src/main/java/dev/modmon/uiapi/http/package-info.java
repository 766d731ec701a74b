/// As much of HTTP/1.1 (RFC 9112) as a client of our own API needs, over any pair of streams.
/// Knows no SSH, no JSON and no socket.
@NullMarked
package dev.modmon.uiapi.http;

import org.jspecify.annotations.NullMarked;
