package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// The example's page, as a browser would get it.
record ExamplePage(int port) {
    private static final int TIMEOUT_MILLIS = 2000;

    String url() {
        return ExampleRepo.url(port);
    }

    /// @throws Failure when it does not come
    void require() {
        if (!Poll.until(this::isServed)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "page-missing",
                    "The example runs, but %s does not answer.".formatted(url()),
                    "'modmon logs web' in the example's folder may say why.");
        }
    }

    private boolean isServed() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url()).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            String page =
                    new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return page.contains("Modmon quickstart");
        } catch (IOException notYet) {
            return false;
        }
    }
}
