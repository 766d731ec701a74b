/// The operations over HTTP on the loopback address, and their OpenAPI document. Knows nothing of what an operation does.
@NullMarked
package dev.modmon.server.rest;

import org.jspecify.annotations.NullMarked;
