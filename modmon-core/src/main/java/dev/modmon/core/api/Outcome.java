package dev.modmon.core.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a release ended.
public enum Outcome {
    /// Still being carried out.
    @JsonProperty("running")
    RUNNING,
    /// Everything runs as wanted.
    @JsonProperty("completed")
    COMPLETED,
    /// Something failed, and every touched service is back to what it was.
    @JsonProperty("reverted")
    REVERTED,
    /// Something failed, and so did going back, or there was nothing to go back to.
    @JsonProperty("failed")
    FAILED
}
