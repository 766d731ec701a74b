package dev.modmon.core.access;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the key files that users name.
final class KeyReader {
    private static final Pattern FILE_NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.@-]{0,63}");

    private final SourceTree tree;
    private final Diagnostics diagnostics;
    private final Set<String> used = new TreeSet<>();

    KeyReader(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
    }

    Optional<UserKey> read(Located<String> name) {
        used.add(name.value());
        if (!FILE_NAME.matcher(name.value()).matches()) {
            diagnostics.error(
                    "access.bad-key-name",
                    name.place(),
                    "A key is named as its file under %s, so of letters, digits, '-', '_' and '.'."
                            .formatted(AccessRules.KEYS),
                    "");
            return Optional.empty();
        }
        return content(name).flatMap(file -> parse(file, name));
    }

    /// Warns of keys that nobody names: they give no access, which may surprise.
    void reportUnused() {
        for (String name : files()) {
            if (!used.contains(name) && !name.startsWith(".")) {
                diagnostics.warning(
                        "access.unused-key",
                        Place.ofFile(path(name)),
                        "Key '%s' belongs to no user, so it gives no access.".formatted(name),
                        "Name it in %s, or remove the file.".formatted(AccessRules.FILE));
            }
        }
    }

    private Optional<SourceFile> content(Located<String> name) {
        Optional<SourceFile> file = Optional.empty();
        try {
            file = tree.read(path(name.value()));
        } catch (SourceException e) {
            report(name, String.valueOf(e.getMessage()));
            return file;
        }
        if (file.isEmpty()) {
            diagnostics.error(
                    "access.missing-key",
                    name.place(),
                    "There is no key file %s.".formatted(path(name.value())),
                    DidYouMean.nearest(name.value(), files())
                            .map("Did you mean '%s'?"::formatted)
                            .orElse("Copy the user's .pub file there."));
        }
        return file;
    }

    private Optional<UserKey> parse(SourceFile file, Located<String> name) {
        try {
            PublicKey key = PublicKey.parse(file.text());
            return Optional.of(new UserKey(name.value(), name.place(), key));
        } catch (IllegalArgumentException e) {
            report(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void report(Located<String> name, String why) {
        diagnostics.error(
                "access.bad-key",
                Place.ofFile(path(name.value())),
                why,
                "It must hold what ssh-keygen wrote to a file ending in .pub, such as id_ed25519.pub.");
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
