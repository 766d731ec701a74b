package dev.modmon.core.interpolation;

/// Why a text cannot be read; [Interpolation] makes a diagnostic of it.
final class InterpolationException extends RuntimeException {
    private final int index;
    private final String hint;

    InterpolationException(int index, String message, String hint) {
        super(message, null, false, false);
        this.index = index;
        this.hint = hint;
    }

    int index() {
        return index;
    }

    String hint() {
        return hint;
    }
}
