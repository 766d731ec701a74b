/// Deployments and rollbacks as jobs: checked, queued, recorded, recovered. Knows no engine, no transport and no file format.
@NullMarked
package dev.modmon.server.job;

import org.jspecify.annotations.NullMarked;
