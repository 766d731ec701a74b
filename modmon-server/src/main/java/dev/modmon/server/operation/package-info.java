/// Every operation of the API as one table: name, path, permission, handler. Knows no HTTP server.
@NullMarked
package dev.modmon.server.operation;

import org.jspecify.annotations.NullMarked;
