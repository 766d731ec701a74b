package dev.modmon.uiapi.http;

import java.io.IOException;

/// The other side does not speak HTTP/1.1 as we accept it.
public final class HttpFormatException extends IOException {
    HttpFormatException(String what) {
        super("The answer is no valid HTTP/1.1: " + what + ".");
    }
}
