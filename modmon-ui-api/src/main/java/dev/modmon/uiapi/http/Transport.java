package dev.modmon.uiapi.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// Two streams to a server, whatever carries them.
public interface Transport {
    InputStream input();

    OutputStream output();

    /// How long a read waits for something; zero for ever.
    void readTimeout(Duration timeout);

    /// Ends both streams at once.
    void hangUp();
}
