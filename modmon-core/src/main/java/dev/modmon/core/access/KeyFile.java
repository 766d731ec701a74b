package dev.modmon.core.access;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.key.KeyType;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a file of public keys: one a line, with empty lines and `#` comments between them.
record KeyFile(SourceFile file, Diagnostics diagnostics) {
    private static final Pattern PRIVATE = Pattern.compile("PRIVATE KEY|PuTTY-User-Key-File");
    private static final Pattern SSH2 = Pattern.compile("-{4} ?BEGIN SSH2 PUBLIC KEY");
    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    /// Those that are sound, each once.
    List<PublicKey> keys() {
        List<PublicKey> keys = new ArrayList<>();
        List<String> lines = file.text().lines().toList();
        boolean any = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Place place = new Place(file.path(), i + 1, 1);
            if (isWrongFile(line, place)) {
                return List.of();
            }
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                any = true;
                key(line, place, keys);
            }
        }
        if (!any) {
            report("access.no-key", Place.ofFile(file.path()), "There is no key in this file.");
        }
        return keys.stream().distinct().toList();
    }

    private boolean isWrongFile(String line, Place place) {
        if (PRIVATE.matcher(line).find()) {
            diagnostics.error(
                    "access.private-key",
                    place,
                    "This is a private key. Remove it, and make a new pair: who has seen it can use it.",
                    "Only the file that ssh-keygen called .pub belongs here.");
            return true;
        }
        if (SSH2.matcher(line).find()) {
            diagnostics.error(
                    "access.bad-key",
                    place,
                    "This key is in the format of RFC 4716, not of OpenSSH.",
                    "Convert it with 'ssh-keygen -i -f FILE'.");
            return true;
        }
        return false;
    }

    private void key(String line, Place place, List<PublicKey> keys) {
        List<String> words = Arrays.asList(line.strip().split("[ \t]+"));
        String first = words.getFirst();
        boolean hasOptions =
                !KeyType.isKnown(first) && words.stream().skip(1).anyMatch(KeyType::isKnown);
        if (hasOptions) {
            diagnostics.error(
                    "access.key-options",
                    place,
                    "There are options before the key; what a key may do is decided by roles.",
                    "Begin the line with the key's type, and give its user roles in %s."
                            .formatted(AccessRules.FILE));
        } else if (first.endsWith(CERTIFICATE)) {
            report("access.bad-key", place, "This is a certificate, not a key.");
        } else {
            sound(line, place, keys);
        }
    }

    private void sound(String line, Place place, List<PublicKey> keys) {
        try {
            PublicKey key = PublicKey.parse(line);
            if (key.isWeak()) {
                diagnostics.error(
                        "access.weak-key",
                        place,
                        "An RSA key needs %d bits at least.".formatted(PublicKey.STRONG_RSA_BITS),
                        "Make an ed25519 key instead: ssh-keygen -t ed25519.");
            } else {
                keys.add(key);
            }
        } catch (IllegalArgumentException e) {
            report("access.bad-key", place, String.valueOf(e.getMessage()));
        }
    }

    private void report(String code, Place place, String message) {
        diagnostics.error(
                code,
                place,
                message,
                "It must hold what ssh-keygen wrote to a file ending in .pub, such as id_ed25519.pub.");
    }
}
