package dev.modmon.uiapi.json;

/// A value is not what its place asks for. The message names the place, and not the value: it may be a secret.
final class UnfitValueException extends Exception {
    UnfitValueException(String message) {
        super(message);
    }
}
