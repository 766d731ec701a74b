package dev.modmon.uiapi.client;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as it goes over the wire. Reading leaves out what a newer server says more.
final class WireJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
                    .build();

    private WireJson() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// @return null when it is an event of a kind that this client does not know yet
    /// @throws IOException when the bytes are no such value; the message is the end of a sentence
    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        try {
            return MAPPER.readerFor(type).readValue(bytes);
        } catch (JacksonException e) {
            // Without the cause: it quotes what it read.
            throw new IOException("it is no " + type.getSimpleName());
        }
    }
}
