package dev.modmon.core.access;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the key files that users name, each once.
final class KeyReader {
    private static final Pattern FILE_NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.@-]{0,63}");

    private final SourceTree tree;
    private final Diagnostics diagnostics;
    private final Map<String, Optional<List<PublicKey>>> known = new HashMap<>();

    KeyReader(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
    }

    List<UserKey> read(Located<String> name) {
        if (!FILE_NAME.matcher(name.value()).matches()) {
            diagnostics.error(
                    "access.bad-key-name",
                    name.place(),
                    "A key is named as its file under %s, so of letters, digits, '-', '_' and '.'."
                            .formatted(AccessRules.KEYS),
                    "");
            return List.of();
        }
        Optional<List<PublicKey>> keys = keys(name.value());
        if (keys.isEmpty()) {
            diagnostics.error(
                    "access.missing-key",
                    name.place(),
                    "There is no key file %s.".formatted(path(name.value())),
                    DidYouMean.nearest(name.value(), files())
                            .map("Did you mean '%s'?"::formatted)
                            .orElse("Copy the user's .pub file there."));
        }
        return keys.orElse(List.of()).stream()
                .map(key -> new UserKey(name.value(), name.place(), key))
                .toList();
    }

    /// Warns of keys that nobody names: they give no access, which may surprise. What is wrong in them is
    /// told as well: one might be a private key.
    void reportUnused() {
        for (String name : files()) {
            if (!known.containsKey(name) && !name.startsWith(".")) {
                keys(name);
                diagnostics.warning(
                        "access.unused-key",
                        Place.ofFile(path(name)),
                        "Key '%s' belongs to no user, so it gives no access."
                                .formatted(ShownText.whole(name)),
                        "Name it in %s, or remove the file.".formatted(AccessRules.FILE));
            }
        }
    }

    /// The keys of a file; empty when there is no such file.
    private Optional<List<PublicKey>> keys(String name) {
        return known.computeIfAbsent(name, this::readKeys);
    }

    private Optional<List<PublicKey>> readKeys(String name) {
        try {
            return tree.read(path(name)).map(file -> new KeyFile(file, diagnostics).keys());
        } catch (SourceException e) {
            diagnostics.error(
                    "access.bad-key",
                    Place.ofFile(path(name)),
                    String.valueOf(e.getMessage()),
                    "It must hold what ssh-keygen wrote to a file ending in .pub, such as id_ed25519.pub.");
            return Optional.of(List.of());
        }
    }

    private List<String> files() {
        try {
            return tree.list(AccessRules.KEYS);
        } catch (SourceException e) {
            return List.of();
        }
    }

    private static String path(String name) {
        return AccessRules.KEYS + "/" + name;
    }
}
