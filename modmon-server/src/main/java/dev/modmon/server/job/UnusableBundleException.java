package dev.modmon.server.job;

/// A git bundle that cannot be taken in; the message says why.
public final class UnusableBundleException extends RuntimeException {
    public UnusableBundleException(String message) {
        super(message);
    }

    public UnusableBundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
