package dev.modmon.uiapi.tunnel;

import dev.modmon.core.api.DoorAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads the one line that the door of a node says. Whatever else comes is refused, and not shown: it may be a token.
final class DoorLine {
    private static final int LIMIT = 8 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{8,4096}");
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

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
        return parse(line, length);
    }

    private static DoorAnswer parse(byte[] line, int length) throws IOException {
        String token = "";
        String user = "";
        int port = 0;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line, 0, length)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "it said something else");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "token" -> token = text(parser, value);
                    case "user" -> user = text(parser, value);
                    case "port" -> {
                        require(value == JsonToken.VALUE_NUMBER_INT, "its port is no number");
                        port = parser.getIntValue();
                    }
                    default -> parser.skipChildren();
                }
            }
            require(parser.currentToken() == JsonToken.END_OBJECT, "it broke off");
        } catch (JacksonException e) {
            // Without the cause: it quotes what it read.
            throw new IOException("it said something else");
        }
        require(TOKEN.matcher(token).matches(), "it gave no token");
        require(port > 0 && port <= 65_535, "it gave no port");
        return new DoorAnswer(token, port, user);
    }

    private static String text(JsonParser parser, JsonToken value) throws IOException {
        require(value == JsonToken.VALUE_STRING, "a text in it is none");
        return parser.getString();
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
