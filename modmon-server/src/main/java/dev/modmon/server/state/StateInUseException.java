package dev.modmon.server.state;

/// Another server works on the same state directory.
public final class StateInUseException extends RuntimeException {
    StateInUseException(StateDirectory state) {
        super(
                "Another modmon-server uses the state in '%s'. Stop it, or give this one another directory with --modmon.state=DIR."
                        .formatted(state));
    }
}
