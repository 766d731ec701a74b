package dev.modmon.uiapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectionTests {
    private static final HttpRequest GET = HttpRequest.get("/v1/version");

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void sendsARequestAndReadsABodyOfAGivenLength() throws Exception {
        HttpConnection connection =
                answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a: 2\r\n\r\nhello");
        HttpResponse response = connection.send(GET.withHeader("Authorization", "Bearer secret"));

        assertThat(text(response)).isEqualTo("hello");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("X-A")).hasValue("1, 2");
        assertThat(sent.toString(StandardCharsets.US_ASCII))
                .isEqualTo(
                        "GET /v1/version HTTP/1.1\r\nHost: node\r\nAuthorization: Bearer secret\r\n\r\n");
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws Exception {
        HttpConnection connection =
                answering(
                        "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                                + "HTTP/1.1 204 No Content\r\n\r\n"
                                + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: keep-alive, Close\r\n\r\nx");

        assertThat(text(connection.send(GET))).isEqualTo("abc");
        assertThat(text(connection.send(HttpRequest.delete("/v1/x")))).isEmpty();
        assertThat(connection.isIdle()).isTrue();
        assertThat(text(connection.send(GET))).isEqualTo("x");
        assertThat(connection.isIdle()).isFalse();
    }

    @Test
    void joinsChunksAndSkipsExtensionsAndTrailers() throws Exception {
        HttpResponse response =
                answering(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                        + "1;name=value\r\na\r\n00A \r\nbcdefghijk\r\n0\r\nX-Trailer: 1\r\n\r\n")
                        .send(GET);

        assertThat(text(response)).isEqualTo("abcdefghijk");
    }

    @Test
    void handsOutAChunkAsSoonAsItIsThere() throws Exception {
        // Nothing follows the first chunk: reading on would fail.
        HttpResponse response =
                answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nline\r\n")
                        .send(GET);
        byte[] buffer = new byte[100];

        assertThat(response.body().read(buffer)).isEqualTo(4);
        assertThatThrownBy(() -> response.body().read(buffer)).isInstanceOf(EOFException.class);
    }

    @Test
    void sendsALargeBodyInChunksOnceTheServerWantsIt() throws Exception {
        byte[] body = "x".repeat(40_000).getBytes(StandardCharsets.US_ASCII);
        HttpConnection connection =
                answering(
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        connection.send(
                HttpRequest.post("/v1/images", RequestBody.binary(new ByteArrayInputStream(body))));

        String text = sent.toString(StandardCharsets.US_ASCII);
        assertThat(text).contains("Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n");
        String chunks = text.substring(text.indexOf("\r\n\r\n") + 4);
        assertThat(chunks)
                .isEqualTo(
                        "4000\r\n%s\r\n4000\r\n%s\r\n1c40\r\n%s\r\n0\r\n\r\n"
                                .formatted("x".repeat(16384), "x".repeat(16384), "x".repeat(7232)));
        assertThat(connection.isIdle()).isTrue();
    }

    @Test
    void sendsNoBodyThatTheServerRefuses() throws Exception {
        var untouched =
                new FilterInputStream(new ByteArrayInputStream(new byte[0])) {
                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("was read");
                    }
                };
        HttpConnection connection = answering("HTTP/1.1 401 No\r\nContent-Length: 4\r\n\r\nnope");
        HttpResponse response =
                connection.send(HttpRequest.post("/v1/images", RequestBody.binary(untouched)));

        assertThat(response.status()).isEqualTo(401);
        assertThat(text(response)).isEqualTo("nope");
        assertThat(connection.isIdle()).isFalse();
    }

    @Test
    void hearsTheRefusalOfAServerThatHangsUpDuringTheBody() throws Exception {
        HttpConnection connection =
                hangingUp(
                        "HTTP/1.1 100 Continue\r\n\r\n"
                                + "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");

        HttpResponse refusal = connection.send(upload());

        assertThat(refusal.status()).isEqualTo(413);
        assertThat(text(refusal)).isEqualTo("big");
        assertThat(connection.isIdle()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"})
    void takesNoBodyThatBrokeOffForDelivered(String answer) {
        HttpConnection connection = hangingUp("HTTP/1.1 100 Continue\r\n\r\n" + answer);

        assertThatThrownBy(() -> connection.send(upload()))
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    @Test
    void takesNoRequestBeforeTheLastAnswerWasRead() throws Exception {
        HttpConnection connection = answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
        connection.send(GET);

        assertThatThrownBy(() -> connection.send(GET)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void drainsAnAnswerThatIsClosedUnread() throws Exception {
        HttpConnection connection = answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        connection.send(GET).close();

        assertThat(connection.isIdle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
            })
    void noticesThatAnAnswerBrokeOff(String answer) {
        assertThatThrownBy(() -> text(answering(answer).send(GET)))
                .isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "HTTP/1.1 99 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nuntil the end",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length : 1\r\n\r\na",
                "HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: a\rb\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n"
            })
    void refusesWhatIsMalformed(String answer) {
        assertThatThrownBy(() -> text(answering(answer).send(GET)))
                .isInstanceOf(HttpFormatException.class);
    }

    @Test
    void boundsTheHead() {
        assertThatThrownBy(() -> answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000)).send(GET))
                .isInstanceOf(HttpFormatException.class)
                .hasMessageContaining("too long");
        assertThatThrownBy(() ->
                        answering("HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(101) + "\r\n")
                                .send(GET))
                .isInstanceOf(HttpFormatException.class);
        assertThatThrownBy(() -> answering("HTTP/1.1 100 Go on\r\n\r\n".repeat(20)).send(GET))
                .isInstanceOf(HttpFormatException.class);
    }

    @Test
    void boundsTrailersAndTheLinesOfChunks() {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThatThrownBy(() -> text(answering(chunked + "1;" + "x".repeat(2000)).send(GET)))
                .isInstanceOf(HttpFormatException.class);
        assertThatThrownBy(() ->
                        text(answering(chunked + "0\r\n" + "X: 1\r\n".repeat(3000)).send(GET)))
                .isInstanceOf(HttpFormatException.class);
    }

    @Test
    void boundsABodyThatIsReadAtOnce() throws Exception {
        HttpResponse response =
                answering("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello!").send(GET);

        assertThatThrownBy(() -> response.bytes(5)).isInstanceOf(HttpFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "/v1 HTTP/1.1\r\nX: y", "/ü", "/a b"})
    void refusesTargetsThatWouldBreakTheRequest(String target) {
        assertThatThrownBy(() -> HttpRequest.get(target))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoHeaderValueWhenItRefusesOne() {
        assertThatThrownBy(() -> GET.withHeader("Authorization", "Bearer s3cret\r\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
        assertThat(new HttpRequest("GET", "/", Map.of("A", "s3cret"), RequestBody.none()))
                .asString()
                .doesNotContain("s3cret");
    }

    private HttpConnection answering(String answer) {
        var in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1));
        return new HttpConnection("node", new FakeTransport(in, sent));
    }

    /// Takes the head of a request, and breaks in the middle of the body.
    private HttpConnection hangingUp(String answer) {
        var in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1));
        var out =
                new OutputStream() {
                    private int taken;

                    @Override
                    public void write(int b) throws IOException {
                        taken++;
                        if (taken > 10_000) {
                            throw new IOException("broken pipe");
                        }
                    }
                };
        return new HttpConnection("node", new FakeTransport(in, out));
    }

    private static HttpRequest upload() {
        return HttpRequest.post(
                "/v1/images", RequestBody.binary(new ByteArrayInputStream(new byte[40_000])));
    }

    private static String text(HttpResponse response) throws IOException {
        return new String(response.bytes(100_000), StandardCharsets.ISO_8859_1);
    }
}
