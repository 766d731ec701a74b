package dev.modmon.core.api;

/// What a node's SSH door says to a key that it knows: the only thing that key can make it say.
///
/// On the wire it is one line of JSON on the standard output of the forced command.
///
/// @param token to be sent as `Authorization: Bearer`, bound to user and key, valid for minutes
/// @param port of the API on the node's loopback address, the only address that the door forwards to
/// @param user whom the server takes the caller for
public record DoorAnswer(String token, int port, String user) {
    /// The token stays out of every log.
    @Override
    public String toString() {
        return "DoorAnswer[port=%d, user=%s]".formatted(port, user);
    }
}
