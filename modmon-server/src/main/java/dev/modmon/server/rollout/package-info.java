/// Carries out rollouts and tells how they went, through ports in our own words. Knows no engine's API,
/// no transport and no store.
@NullMarked
package dev.modmon.server.rollout;

import org.jspecify.annotations.NullMarked;
