/// Where a deployment goes: clusters and how their nodes are reached. Opens no connection.
@NullMarked
package dev.modmon.core.cluster;

import org.jspecify.annotations.NullMarked;
