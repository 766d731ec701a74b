/// The Compose Specification and the master repo's own files as data: mappings, their keys, what each takes, how it merges
/// and what a Swarm makes of it.
/// Knows no document, no place and no engine.
@NullMarked
package dev.modmon.core.specification;

import org.jspecify.annotations.NullMarked;
