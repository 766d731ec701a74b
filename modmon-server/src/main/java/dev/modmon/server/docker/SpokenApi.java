package dev.modmon.server.docker;

import dev.modmon.server.rollout.PlatformException;
import tools.jackson.databind.JsonNode;

/// What an engine says of itself, and which version of its API is spoken with it.
///
/// @param engine version of the engine
/// @param version what it is asked to speak
/// @param prefix of every path; empty when the engine is newer than all we know, and takes its own
///     version then
record SpokenApi(String engine, ApiVersion version, String prefix) {
    /// @param answer of `GET /version`, which every engine answers without a version in the path
    static SpokenApi negotiate(String host, JsonNode answer) {
        String engine = answer.path("Version").asString("");
        ApiVersion newest = ApiVersion.parse(answer.path("ApiVersion").asString("0.0"));
        ApiVersion oldest = ApiVersion.parse(answer.path("MinAPIVersion").asString("1.12"));
        if (newest.isBelow(ApiVersion.OLDEST)) {
            throw new PlatformException(
                    PlatformException.Kind.REFUSED,
                    "The engine at %s (%s) speaks API %s; Modmon needs %s or newer, which came with Docker 20.10. Upgrade the engine."
                            .formatted(host, engine, newest, ApiVersion.OLDEST));
        }
        if (ApiVersion.NEWEST.isBelow(oldest)) {
            return new SpokenApi(engine, newest, "");
        }
        ApiVersion spoken = newest.isBelow(ApiVersion.NEWEST) ? newest : ApiVersion.NEWEST;
        return new SpokenApi(engine, spoken, "/v" + spoken);
    }
}
