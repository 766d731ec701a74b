package dev.modmon.cli.quickstart.image;

/// An image cannot be made on this machine; the message says why.
public final class ImageException extends Exception {
    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }

    public ImageException(String message) {
        super(message);
    }
}
