package dev.modmon.core.compiler;

import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.MountSpec.Kind;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decodes `volumes` of a service, `data:/var/lib/data:ro` and the long form, and `tmpfs`.
final class MountDecoder {
    private static final Pattern VOLUME_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}");
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("rw", "z", "Z", "cached", "delegated", "consistent");
    private static final Set<String> NOT_YET =
            Set.of("nocopy", "rprivate", "private", "rshared", "shared", "rslave", "slave");

    private final String owner;
    private final Diagnostics diagnostics;

    MountDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// A mount and where it stands.
    record Mount(MountSpec spec, Place place) {}

    /// What makes a mount another one when files are merged.
    static List<?> identities(YamlNode item, Diagnostics diagnostics) {
        return new MountDecoder("", diagnostics)
                .decode(item).stream().map(m -> m.spec().target()).toList();
    }

    List<Mount> decode(List<YamlNode> volumes, List<Located<String>> tmpfs) {
        List<Mount> mounts = new ArrayList<>();
        volumes.forEach(item -> decode(item).ifPresent(mounts::add));
        tmpfs.forEach(item -> tmpfs(item).ifPresent(mounts::add));
        Set<String> targets = new HashSet<>();
        for (Mount mount : mounts) {
            if (!targets.add(mount.spec().target())) {
                diagnostics.error(
                        "service.mount-twice",
                        mount.place(),
                        "Two things are mounted at '%s' of %s."
                                .formatted(mount.spec().target(), owner),
                        "Remove one of the two.");
            }
        }
        return mounts;
    }

    private Optional<Mount> decode(YamlNode item) {
        return switch (item) {
            case YamlMapping mapping -> longForm(mapping);
            case YamlScalar scalar when !scalar.isNull() -> shortForm(scalar);
            default -> malformed(item.place(), item.kind());
        };
    }

    private Optional<Mount> shortForm(YamlScalar scalar) {
        String[] parts = scalar.text().split(":", -1);
        Place place = scalar.place();
        return switch (parts.length) {
            case 1 -> mount(Kind.VOLUME, "", parts[0], false, place);
            case 2 -> mount(kindOf(parts[0]), parts[0], parts[1], false, place);
            case 3 -> {
                boolean readOnly = options(parts[2], place);
                yield mount(kindOf(parts[0]), parts[0], parts[1], readOnly, place);
            }
            default -> malformed(place, "'" + scalar.text() + "'");
        };
    }

    private static Kind kindOf(String source) {
        return source.startsWith("/") || source.startsWith(".") || source.startsWith("~")
                ? Kind.BIND
                : Kind.VOLUME;
    }

    /// Whether the options say read-only.
    private boolean options(String options, Place place) {
        boolean readOnly = false;
        for (String option : options.split(",")) {
            if (option.equals("ro")) {
                readOnly = true;
            } else if (NOT_YET.contains(option)) {
                notYet(place, "Mount option '%s'".formatted(option));
            } else if (!WITHOUT_EFFECT.contains(option)) {
                malformed(place, "option '" + option + "'");
            }
        }
        return readOnly;
    }

    private Optional<Mount> longForm(YamlMapping mapping) {
        YamlFields fields = YamlFields.of(mapping, "a volume of " + owner, diagnostics);
        Optional<Kind> kind =
                fields.requiredText("type")
                        .flatMap(text ->
                                Words.constant(
                                        text,
                                        "Volume type",
                                        diagnostics,
                                        Kind.values(),
                                        k -> k.name().toLowerCase(Locale.ROOT)));
        String source = fields.text("source").map(Located::value).orElse("");
        Optional<Located<String>> target = fields.requiredText("target");
        boolean readOnly = fields.bool("read_only").orElse(false);
        fields.text("consistency");
        for (String group : List.of("bind", "volume", "tmpfs", "image")) {
            fields.node(group)
                    .ifPresent(_ ->
                            notYet(fields.placeOf(group), "'%s' of a volume".formatted(group)));
        }
        ComposeKeys.allowExtensions(fields, mapping);
        fields.rejectUnknown();
        return kind.flatMap(
                k -> target.flatMap(t -> mount(k, source, t.value(), readOnly, t.place())));
    }

    private Optional<Mount> tmpfs(Located<String> text) {
        String[] parts = text.value().split(":", 2);
        if (parts.length == 2) {
            notYet(text.place(), "Options of a tmpfs");
        }
        return mount(Kind.TMPFS, "", parts[0], false, text.place());
    }

    private Optional<Mount> mount(
            Kind kind, String source, String target, boolean readOnly, Place place) {
        if (!target.startsWith("/") || target.indexOf('\0') >= 0) {
            return malformed(place, "target '" + target + "'");
        }
        boolean valid =
                switch (kind) {
                    case VOLUME -> source.isEmpty() || validVolume(source, place);
                    case BIND -> validPath(source, place);
                    case TMPFS ->
                            source.isEmpty()
                                    || malformed(place, "a tmpfs with a source").isPresent();
                };
        return valid
                ? Optional.of(new Mount(new MountSpec(kind, source, target, readOnly), place))
                : Optional.empty();
    }

    private boolean validVolume(String name, Place place) {
        return VOLUME_NAME.matcher(name).matches()
                || malformed(place, "volume '" + name + "'").isPresent();
    }

    private boolean validPath(String path, Place place) {
        if (path.startsWith("/")) {
            return true;
        }
        diagnostics.error(
                "compose.relative-bind",
                place,
                "%s mounts '%s', which the nodes do not have."
                        .formatted(Sentence.start(owner), path),
                "Put the file into the image, use a named volume, or name an absolute path that every node has.");
        return false;
    }

    private void notYet(Place place, String what) {
        diagnostics.error(
                "compose.not-supported-yet",
                place,
                "%s is not supported yet (%s).".formatted(what, owner),
                "Leave it out.");
    }

    private Optional<Mount> malformed(Place place, String found) {
        diagnostics.error(
                "compose.bad-volume",
                place,
                "A volume of %s must look like NAME:/PATH, /NODE/PATH:/PATH or one of them with ':ro', but this is %s."
                        .formatted(owner, found),
                "");
        return Optional.empty();
    }
}
