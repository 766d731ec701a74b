package dev.modmon.server.rest;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// Turns what Tomcat itself refuses, before any of our code sees it, into problems too.
public final class ProblemReportValve extends ErrorReportValve {
    private final WireJson json = new WireJson();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(json.write(Problems.ofStatus(response.getStatus())));
            response.finishResponse();
        } catch (IOException | IllegalStateException _) {
            // The client is gone, or got an answer already.
        }
    }
}
