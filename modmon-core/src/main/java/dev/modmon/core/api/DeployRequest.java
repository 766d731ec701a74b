package dev.modmon.core.api;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a client asks to plan or to deploy.
///
/// @param commit full id of a commit that the server has
/// @param tags image tag by app repo; they go over those of the last release
/// @param secrets values of the project's own secrets, by name; stored by the server, never shown
/// @param message why, for the release history
public record DeployRequest(
        String commit,
        Map<String, String> tags,
        Map<String, String> secrets,
        @Nullable String message) {
    public DeployRequest {
        tags = new TreeMap<>(tags);
        secrets = new TreeMap<>(secrets);
    }

    /// Secrets stay out of every log.
    @Override
    public String toString() {
        return "DeployRequest[commit=%s, tags=%s, secrets=%s]"
                .formatted(commit, tags, secrets.keySet());
    }
}
