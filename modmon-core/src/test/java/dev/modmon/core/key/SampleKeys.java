package dev.modmon.core.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Key files as ssh-keygen writes them; their private halves were thrown away.
public final class SampleKeys {
    private SampleKeys() {}

    public static String file(String name) {
        try (InputStream in = SampleKeys.class.getResourceAsStream("/keys/" + name + ".pub")) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
