package dev.modmon.cli.cluster;

import dev.modmon.core.project.ServiceName;

/// Which log lines are wanted.
///
/// @param tail how many of the last ones
/// @param follow whether new ones are waited for, without an end
public record LogQuery(ServiceName service, int tail, boolean follow) {}
