package dev.modmon.uiapi.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// Says what it was told to say, and keeps what it hears.
public record FakeTransport(InputStream input, OutputStream output) implements Transport {
    @Override
    public void readTimeout(Duration timeout) {}

    @Override
    public void hangUp() {}
}
