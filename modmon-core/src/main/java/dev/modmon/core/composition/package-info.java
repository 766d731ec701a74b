/// One Compose document of several: variables, `include`, `extends`, overrides, env files and profiles, as `docker compose config` does it.
/// Knows neither engines nor what a Swarm makes of the document.
@NullMarked
package dev.modmon.core.composition;

import org.jspecify.annotations.NullMarked;
