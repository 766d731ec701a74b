package dev.modmon.core.compiler;

import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decodes `configs` and `secrets` of a service: names, or the long form.
final class GrantsDecoder {
    private final FileKind kind;
    private final String owner;
    private final Diagnostics diagnostics;

    GrantsDecoder(FileKind kind, String owner, Diagnostics diagnostics) {
        this.kind = kind;
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// What a service gets, and where it says so; the source as it is declared.
    record Granted(FileGrant grant, Place place) {}

    List<Granted> decode(List<YamlNode> items) {
        List<Granted> granted = new ArrayList<>();
        for (YamlNode item : items) {
            decode(item).ifPresent(grant -> granted.add(new Granted(grant, item.place())));
        }
        return granted;
    }

    private Optional<FileGrant> decode(YamlNode item) {
        if (item instanceof YamlScalar scalar && !scalar.isNull()) {
            return Optional.of(grant(scalar.text(), scalar.text(), FileGrant.READABLE));
        }
        String what = "a %s of %s".formatted(kind.word(), owner);
        YamlMapping mapping = YamlFields.mappingOf(item, what, diagnostics);
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        Optional<Located<String>> source = fields.requiredText("source");
        Optional<String> target = fields.text("target").map(Located::value);
        String uid = fields.text("uid").map(Located::value).orElse(FileGrant.ROOT);
        String gid = fields.text("gid").map(Located::value).orElse(FileGrant.ROOT);
        int mode = fields.node("mode").map(node -> mode(node, what)).orElse(FileGrant.READABLE);
        return source.map(Located::value)
                .map(name -> new FileGrant(name, target.orElse(name), uid, gid, mode));
    }

    private static FileGrant grant(String source, String target, int mode) {
        return new FileGrant(source, target, FileGrant.ROOT, FileGrant.ROOT, mode);
    }

    private int mode(YamlNode node, String what) {
        Optional<Integer> mode = FileMode.of(node);
        if (mode.isEmpty()) {
            diagnostics.error(
                    "config.bad-value",
                    node.place(),
                    "'mode' of %s must be permissions in octal, such as 0440.".formatted(what),
                    "");
        }
        return mode.orElse(FileGrant.READABLE);
    }
}
