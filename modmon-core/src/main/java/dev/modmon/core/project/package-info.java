/// The master repo as a model: environments, app repos, services, databases. Knows nothing of engines.
@NullMarked
package dev.modmon.core.project;

import org.jspecify.annotations.NullMarked;
