package dev.modmon.cli.quickstart.engine;

/// What an engine says of itself.
///
/// @param inSwarm whether it belongs to a swarm
/// @param manager whether it may change that swarm
public record EngineInfo(String version, boolean inSwarm, boolean manager) {}
