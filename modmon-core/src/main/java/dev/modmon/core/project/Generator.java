package dev.modmon.core.project;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// How a value is made up: a prefix and random bytes in an encoding. It runs no command.
///
/// @param random how many random bytes; with [Encoding#ALPHANUMERIC] how many characters
/// @param prefix stands before it as it is
public record Generator(int random, Encoding encoding, String prefix) {
    public static final int LEAST = 8;
    public static final int MOST = 1024;
    public static final int MOST_PREFIX = 64;

    /// How random bytes become text.
    public enum Encoding {
        HEX,
        BASE64,
        BASE64URL,
        ALPHANUMERIC;

        /// As it is written in the file.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String ALPHANUMERIC =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public Generator {
        if (random < LEAST || random > MOST) {
            throw new IllegalArgumentException(
                    "A value needs %d to %d random bytes.".formatted(LEAST, MOST));
        }
        if (!isPrefix(prefix)) {
            throw new IllegalArgumentException(
                    "A prefix must be at most %d printable characters without '{{'."
                            .formatted(MOST_PREFIX));
        }
    }

    static boolean isPrefix(String text) {
        return text.length() <= MOST_PREFIX
                && text.chars().allMatch(c -> c >= ' ' && c <= '~')
                && !text.contains("{{");
    }

    /// A value.
    ///
    /// @param source of randomness that nobody can foresee
    public String make(RandomGenerator source) {
        return prefix
                + switch (encoding) {
                    case HEX -> HexFormat.of().formatHex(bytes(source));
                    case BASE64 -> Base64.getEncoder().encodeToString(bytes(source));
                    case BASE64URL ->
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(source));
                    case ALPHANUMERIC -> characters(source);
                };
    }

    private byte[] bytes(RandomGenerator source) {
        byte[] bytes = new byte[random];
        source.nextBytes(bytes);
        return bytes;
    }

    private String characters(RandomGenerator source) {
        StringBuilder text = new StringBuilder(random);
        for (int i = 0; i < random; i++) {
            text.append(ALPHANUMERIC.charAt(source.nextInt(ALPHANUMERIC.length())));
        }
        return text.toString();
    }
}
