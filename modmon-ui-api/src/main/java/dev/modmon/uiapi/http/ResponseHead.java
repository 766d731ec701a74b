package dev.modmon.uiapi.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Status line and headers of an answer, RFC 9112 sections 4 and 5; stricter where it allows to be lenient.
///
/// @param headers by lower-case name
record ResponseHead(int status, Map<String, String> headers) {
    private static final int LIMIT = 64 * 1024;
    private static final int MAXIMUM_HEADERS = 100;
    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.1 ([1-5][0-9]{2})( [^\\x00-\\x1f]*)?");
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\\x00-\\x08\\x0a-\\x1f\\x7f]*)");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    static ResponseHead read(InputStream in) throws IOException {
        HeadReader reader = new HeadReader(in, LIMIT);
        Matcher status = STATUS_LINE.matcher(reader.line());
        if (!status.matches()) {
            throw new HttpFormatException("its first line is no status line");
        }
        Map<String, String> headers = new TreeMap<>();
        int count = 0;
        for (String line = reader.line(); !line.isEmpty(); line = reader.line()) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches() || ++count > MAXIMUM_HEADERS) {
                throw new HttpFormatException(
                        "header %d is not one, or one too many".formatted(count));
            }
            headers.merge(
                    header.group(1).toLowerCase(Locale.ROOT),
                    header.group(2).strip(),
                    (a, b) -> a + ", " + b);
        }
        return new ResponseHead(Integer.parseInt(status.group(1)), headers);
    }

    boolean isInterim() {
        return status < 200;
    }

    boolean closesConnection() {
        for (String token : headers.getOrDefault("connection", "").split(",")) {
            if (token.strip().equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }

    ResponseHead closingConnection() {
        Map<String, String> more = new TreeMap<>(headers);
        more.put("connection", "close");
        return new ResponseHead(status, more);
    }

    boolean hasNoBody(String method) {
        return method.equals("HEAD") || isInterim() || status == 204 || status == 304;
    }

    boolean isChunked() throws HttpFormatException {
        String encoding = headers.get("transfer-encoding");
        if (encoding == null) {
            return false;
        }
        if (!encoding.equalsIgnoreCase("chunked") || headers.containsKey("content-length")) {
            throw new HttpFormatException("it is framed in a way that is not known, or in two");
        }
        return true;
    }

    OptionalLong contentLength() throws HttpFormatException {
        String length = headers.get("content-length");
        if (length == null) {
            return OptionalLong.empty();
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new HttpFormatException("its Content-Length is no number, or there are two");
        }
        return OptionalLong.of(Long.parseLong(length));
    }
}
