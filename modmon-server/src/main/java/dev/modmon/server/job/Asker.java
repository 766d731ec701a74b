package dev.modmon.server.job;

/// Who asks for a job, and what of it they may decide.
///
/// @param admin whether they may have anything deployed, and change who is an admin
/// @param managesUsers whether they may change who may do what
/// @param managesSecrets whether they may change the values of secrets
public record Asker(String user, boolean admin, boolean managesUsers, boolean managesSecrets) {}
