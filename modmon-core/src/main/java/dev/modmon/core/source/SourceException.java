package dev.modmon.core.source;

/// A file of the master repo that cannot be read; the message names the file and says why.
public final class SourceException extends RuntimeException {
    private final String path;

    public SourceException(String path, String message) {
        super(message);
        this.path = path;
    }

    public SourceException(String path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /// The file, relative to the repo's root.
    public String path() {
        return path;
    }
}
