package dev.modmon.core.compiler;

import dev.modmon.core.compose.MountOptions;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/// Decodes what the long form of a mount says of one kind: `bind`, `volume` and `tmpfs`.
final class MountOptionsDecoder {
    private static final String USUAL_PROPAGATION = "rprivate";
    private static final List<String> PROPAGATIONS =
            List.of("private", "rprivate", "shared", "rshared", "slave", "rslave");

    private final String owner;
    private final Diagnostics diagnostics;

    MountOptionsDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    static boolean isPropagation(String word) {
        return PROPAGATIONS.contains(word);
    }

    /// The engine's default says nothing.
    static MountOptions propagation(String word) {
        return word.equals(USUAL_PROPAGATION) ? MountOptions.NONE : MountOptions.ofBind(word);
    }

    /// All groups are read, so that all mistakes are found; the kind's own counts.
    MountOptions decode(MountSpec.Kind kind, YamlFields mount) {
        MountOptions bind = bind(group(mount, "bind"));
        MountOptions volume = volume(group(mount, "volume"));
        MountOptions tmpfs = tmpfs(group(mount, "tmpfs"));
        return switch (kind) {
            case BIND -> bind;
            case VOLUME -> volume;
            case TMPFS -> tmpfs;
        };
    }

    private MountOptions bind(YamlFields fields) {
        Optional<Located<String>> propagation = fields.text("propagation");
        propagation
                .filter(word -> !isPropagation(word.value()))
                .ifPresent(word ->
                        diagnostics.error(
                                "config.bad-value",
                                word.place(),
                                "'propagation' of a volume of %s must be one of %s."
                                        .formatted(owner, String.join(", ", PROPAGATIONS)),
                                ""));
        return propagation
                .filter(word -> isPropagation(word.value()))
                .map(word -> propagation(word.value()))
                .orElse(MountOptions.NONE);
    }

    private MountOptions volume(YamlFields fields) {
        boolean noCopy = fields.bool("nocopy").orElse(false);
        String subpath = fields.text("subpath").map(Located::value).orElse("");
        return MountOptions.ofVolume(noCopy, subpath);
    }

    private MountOptions tmpfs(YamlFields fields) {
        return MountOptions.ofTmpfs(
                new UnitFields(fields, "a tmpfs of " + owner, diagnostics).bytes("size"));
    }

    private YamlFields group(YamlFields mount, String key) {
        YamlMapping mapping = mount.mapping(key).orElseGet(() -> YamlMapping.empty(mount.place()));
        return YamlFields.of(mapping, "'%s' of a volume of %s".formatted(key, owner), diagnostics);
    }
}
