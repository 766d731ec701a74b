package dev.modmon.uiapi.tunnel;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.uiapi.json.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Reads the one line that the door of a node says. Whatever else comes is refused, and not shown: it may be a token.
final class DoorLine {
    private static final int LIMIT = 8 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{8,4096}");

    private DoorLine() {}

    /// @throws IOException when it is not such a line; the message says what it is, as the end of a sentence
    static DoorAnswer read(InputStream in) throws IOException {
        byte[] line = new byte[LIMIT];
        int length = 0;
        while (length < LIMIT && (length == 0 || line[length - 1] != '\n')) {
            int read = in.read(line, length, LIMIT - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        if (length == 0) {
            throw new IOException("it said nothing");
        }
        return parse(Arrays.copyOf(line, length));
    }

    private static DoorAnswer parse(byte[] line) throws IOException {
        DoorAnswer answer;
        try {
            answer = RecordJson.read(line, DoorAnswer.class);
        } catch (IOException e) {
            throw new IOException("it said something else");
        }
        if (answer == null || answer.token() == null || !TOKEN.matcher(answer.token()).matches()) {
            throw new IOException("it gave no token");
        }
        if (answer.port() <= 0 || answer.port() > 65_535) {
            throw new IOException("it gave no port");
        }
        return answer.user() == null ? new DoorAnswer(answer.token(), answer.port(), "") : answer;
    }
}
