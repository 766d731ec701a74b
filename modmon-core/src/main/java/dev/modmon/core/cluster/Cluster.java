package dev.modmon.core.cluster;

/// A cluster that a project deploys to, as its file says it.
///
/// @param master the node that clients talk to
public record Cluster(ClusterName name, NodeAddress master) {}
