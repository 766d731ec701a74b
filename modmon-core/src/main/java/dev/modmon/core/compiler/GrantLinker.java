package dev.modmon.core.compiler;

import dev.modmon.core.compiler.GrantsDecoder.Granted;
import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/// Finds the configs, or the secrets, that services name, and remembers which are used.
final class GrantLinker {
    private final FileKind kind;
    private final SortedMap<String, StoredFile> declared;
    private final SortedMap<String, StoredFile> used;
    private final Diagnostics diagnostics;

    GrantLinker(
            FileKind kind,
            SortedMap<String, StoredFile> declared,
            SortedMap<String, StoredFile> used,
            Diagnostics diagnostics) {
        this.kind = kind;
        this.declared = declared;
        this.used = used;
        this.diagnostics = diagnostics;
    }

    List<FileGrant> link(List<Granted> granted, String owner) {
        List<FileGrant> grants = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        for (Granted one : granted) {
            String name = one.grant().source();
            StoredFile file = declared.get(name);
            if (file == null) {
                diagnostics.error(
                        kind.word() + ".undeclared",
                        one.place(),
                        "%s gets %s '%s', which is not declared."
                                .formatted(owner, kind.word(), name),
                        StackLinker.declare(kind.words(), name, declared));
                continue;
            }
            if (!targets.add(one.grant().target())) {
                diagnostics.error(
                        "service.mount-twice",
                        one.place(),
                        "%s gets two %ss as '%s'."
                                .formatted(owner, kind.word(), one.grant().target()),
                        "Give one of them another 'target'.");
            }
            used.put(name, file);
            grants.add(one.grant().withSource(file.storedName()));
        }
        return grants;
    }
}
