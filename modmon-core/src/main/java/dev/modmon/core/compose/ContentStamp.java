package dev.modmon.core.compose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What tells one content of a config or secret from another, as part of its name on the engine.
///
/// Everybody who may list secrets sees their names, and a short password can be guessed from its hash.
/// So the stamp of a secret is made slowly, and salted with its name.
final class ContentStamp {
    static final int LENGTH = 10;

    private static final int ROUNDS = 60_000;

    private ContentStamp() {}

    static String of(StoredFile file, EnvValue content) {
        String salt = String.join("\n", file.name(), file.templateDriver(), file.labels() + "");
        try {
            return content.secret() ? slow(salt, content.text()) : quick(salt, content.text());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has these algorithms.", e);
        }
    }

    private static String quick(String salt, String text) throws GeneralSecurityException {
        byte[] input = (salt + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return hex(MessageDigest.getInstance("SHA-256").digest(input));
    }

    private static String slow(String salt, String text) throws GeneralSecurityException {
        var key =
                new PBEKeySpec(
                        text.toCharArray(),
                        salt.getBytes(StandardCharsets.UTF_8),
                        ROUNDS,
                        LENGTH * 4);
        return hex(
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(key)
                        .getEncoded());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
    }
}
