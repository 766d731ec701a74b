package dev.modmon.uiapi.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads and writes records as Jackson's databind does, as far as the records of the API need it: text, numbers, truth
/// values, lists, maps by text, enums, other records, and sealed interfaces that say their kinds with
/// `@JsonSubTypes`.
///
/// It is there because to get Jackson ready takes a third of the time of a command that asks for one thing. Members that
/// a record does not have are left out: a newer server may say more.
public final class RecordJson {
    private RecordJson() {}

    /// @return null when it is of a kind that this client does not know yet
    /// @throws IOException when the bytes are no such value; the message is the end of a sentence, and quotes nothing
    public static <T> @Nullable T read(byte[] bytes, Class<T> type) throws IOException {
        try {
            return type.cast(RecordShape.of(type).bind(JsonTree.read(bytes)));
        } catch (UnfitValueException e) {
            throw new IOException(
                    "it is no %s: %s".formatted(type.getSimpleName(), e.getMessage()));
        }
    }

    public static byte[] write(Record value) {
        return new RecordWriter().write(value).text().getBytes(StandardCharsets.UTF_8);
    }
}
