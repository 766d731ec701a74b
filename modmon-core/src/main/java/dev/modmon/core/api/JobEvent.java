package dev.modmon.core.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What happens during a job, one JSON object a line, from its beginning to its end.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobEvent.Phase.class, name = "phase"),
    @JsonSubTypes.Type(value = JobEvent.Service.class, name = "service"),
    @JsonSubTypes.Type(value = JobEvent.Finished.class, name = "finished")
})
public sealed interface JobEvent {
    /// RFC 3339, UTC, with milliseconds.
    String at();

    /// The job as a whole entered a phase.
    ///
    /// @param name `queued`, `checking`, `updating`, `observing`, `cleaning` or `reverting`
    /// @param text for a person
    record Phase(String at, String name, String text) implements JobEvent {}

    /// The state of one service changed.
    ///
    /// @param state `waiting`, `starting`, `healthy`, `failed`, `reverting`, `reverted`, `removed` or
    ///     `unchanged`
    /// @param text for a person: what it waits for, or why it failed; may be empty
    record Service(String at, String name, String state, int running, int desired, String text)
            implements JobEvent {}

    /// The last event.
    record Finished(String at, DeployReport report) implements JobEvent {}
}
