package dev.modmon.uiapi.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A request, checked so that nothing in it can be read as a second one.
///
/// @param target path and query, already encoded
public record HttpRequest(
        String method, String target, Map<String, String> headers, RequestBody body) {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
    private static final Pattern TARGET = Pattern.compile("/[\\x21-\\x7e]{0,4000}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{0,8000}");

    public HttpRequest {
        require(METHOD.matcher(method).matches(), "method");
        require(TARGET.matcher(target).matches(), "target");
        headers = new LinkedHashMap<>(headers);
        // Names the header, never its value: that may be a token.
        headers.forEach((name, value) ->
                require(
                        HEADER_NAME.matcher(name).matches()
                                && HEADER_VALUE.matcher(value).matches(),
                        "header '" + name + "'"));
    }

    public static HttpRequest get(String target) {
        return new HttpRequest("GET", target, Map.of(), RequestBody.none());
    }

    public static HttpRequest post(String target, RequestBody body) {
        return new HttpRequest("POST", target, Map.of(), body);
    }

    public static HttpRequest delete(String target) {
        return new HttpRequest("DELETE", target, Map.of(), RequestBody.none());
    }

    public HttpRequest withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpRequest(method, target, more, body);
    }

    /// Header values stay out of every log: one of them is the token.
    @Override
    public String toString() {
        return method + " " + target;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The %s of an HTTP request has characters that it must not have, or is too long."
                            .formatted(what));
        }
    }
}
