package dev.modmon.core.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// A text file of the master repo.
///
/// @param path relative to the repo's root, with `/`
public record SourceFile(String path, String text) {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /// Decodes what a file holds: strict UTF-8, a byte order mark is dropped.
    ///
    /// @throws SourceException when it is not UTF-8 or too large
    public static SourceFile of(String path, byte[] content) {
        if (content.length > SourceTree.MAX_FILE_BYTES) {
            throw new SourceException(path, "%s is larger than 4 MiB.".formatted(path));
        }
        String text = decode(path, content);
        return new SourceFile(path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static String decode(String path, byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new SourceException(
                    path, "%s is not UTF-8 text; save it as UTF-8.".formatted(path), e);
        }
    }
}
