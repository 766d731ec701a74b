package dev.modmon.uiapi.ssh;

/// A key cannot be used: it is damaged, encrypted, or of a kind that we do not take.
public final class InvalidSshKeyException extends RuntimeException {
    public InvalidSshKeyException(String message) {
        super(message);
    }

    public InvalidSshKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
