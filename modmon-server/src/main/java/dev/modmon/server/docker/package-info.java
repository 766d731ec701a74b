/// The Docker Engine as a platform: its API, its JSON, its errors. Decides nothing about rollouts; no type of the
/// engine's client leaves this package.
@NullMarked
package dev.modmon.server.docker;

import org.jspecify.annotations.NullMarked;
