package dev.modmon.core.compiler;

import dev.modmon.core.compose.ComposeBytes;
import dev.modmon.core.compose.MountOptions;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decodes `volumes` of a service, `data:/var/lib/data:ro` and the long form, and `tmpfs`.
final class MountDecoder {
    private static final Pattern VOLUME_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}");
    private static final String SHARED = "/dev/shm";
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("rw", "z", "Z", "cached", "delegated", "consistent");

    /// What every tmpfs is anyway.
    private static final Set<String> USUAL_OF_TMPFS =
            Set.of("rw", "noexec", "nosuid", "nodev", "mode=1777", "mode=01777");

    /// Types of mounts that are of no use here.
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "npipe", "Leave it out: it is for Windows.",
                    "cluster", "Use a volume with a driver.",
                    "image", "Put the files into the service's own image.");

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

    /// @param shared memory of the container in bytes, which is a tmpfs too; 0: as the engine has it
    List<Mount> decode(List<YamlNode> volumes, List<Located<String>> tmpfs, long shared) {
        List<Mount> mounts = new ArrayList<>();
        volumes.forEach(item -> decode(item).ifPresent(mounts::add));
        tmpfs.forEach(item -> tmpfs(item).ifPresent(mounts::add));
        if (shared > 0 && mounts.stream().noneMatch(m -> m.spec().target().equals(SHARED))) {
            MountSpec memory =
                    new MountSpec(Kind.TMPFS, "", SHARED, false, MountOptions.ofTmpfs(shared));
            mounts.add(new Mount(memory, Place.ofFile(SHARED)));
        }
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
            case 1 -> mount(MountSpec.of(Kind.VOLUME, "", parts[0], false), place);
            case 2 -> mount(MountSpec.of(kindOf(parts[0]), parts[0], parts[1], false), place);
            case 3 -> mount(withOptions(parts, place), place);
            default -> malformed(place, "'" + scalar.text() + "'");
        };
    }

    private MountSpec withOptions(String[] parts, Place place) {
        Kind kind = kindOf(parts[0]);
        boolean readOnly = false;
        MountOptions special = MountOptions.NONE;
        for (String option : parts[2].split(",")) {
            if (option.equals("ro")) {
                readOnly = true;
            } else if (option.equals("nocopy") && kind == Kind.VOLUME) {
                special = MountOptions.ofVolume(true, "");
            } else if (MountOptionsDecoder.isPropagation(option) && kind == Kind.BIND) {
                special = MountOptionsDecoder.propagation(option);
            } else if (!WITHOUT_EFFECT.contains(option)) {
                malformed(place, "option '" + option + "'");
            }
        }
        return new MountSpec(kind, parts[0], parts[1], readOnly, special);
    }

    private static Kind kindOf(String source) {
        return source.startsWith("/") || source.startsWith(".") || source.startsWith("~")
                ? Kind.BIND
                : Kind.VOLUME;
    }

    private Optional<Mount> longForm(YamlMapping mapping) {
        YamlFields fields = YamlFields.of(mapping, "a volume of " + owner, diagnostics);
        Optional<Kind> kind = fields.requiredText("type").flatMap(this::kind);
        String source = fields.text("source").map(Located::value).orElse("");
        Optional<Located<String>> target = fields.requiredText("target");
        boolean readOnly = fields.bool("read_only").orElse(false);
        MountOptions options =
                new MountOptionsDecoder(owner, diagnostics)
                        .decode(kind.orElse(Kind.VOLUME), fields);
        if (kind.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return mount(
                new MountSpec(kind.get(), source, target.get().value(), readOnly, options),
                target.get().place());
    }

    private Optional<Kind> kind(Located<String> type) {
        String hint = ELSEWHERE.get(type.value());
        if (hint == null) {
            return Words.constant(
                    type,
                    "Volume type",
                    diagnostics,
                    Kind.values(),
                    k -> k.name().toLowerCase(Locale.ROOT));
        }
        diagnostics.error(
                "compose.not-in-swarm",
                type.place(),
                "A volume of %s has type '%s', which Modmon cannot mount in a Swarm."
                        .formatted(owner, type.value()),
                hint);
        return Optional.empty();
    }

    /// `/run` or `/run:size=64m,mode=1777`.
    private Optional<Mount> tmpfs(Located<String> text) {
        String[] parts = text.value().split(":", 2);
        long size = 0;
        boolean readOnly = false;
        for (String option : parts.length == 1 ? new String[0] : parts[1].split(",")) {
            if (option.startsWith("size=")) {
                size = tmpfsSize(option.substring("size=".length()), text.place());
            } else if (option.equals("ro")) {
                readOnly = true;
            } else if (!USUAL_OF_TMPFS.contains(option)) {
                refused(
                        text.place(),
                        "option '" + option + "'",
                        "Of the options of a tmpfs, only 'size' and 'ro' can be said.");
            }
        }
        return mount(
                new MountSpec(Kind.TMPFS, "", parts[0], readOnly, MountOptions.ofTmpfs(size)),
                text.place());
    }

    private long tmpfsSize(String text, Place place) {
        Optional<Long> size = ComposeBytes.parse(text);
        if (size.isEmpty()) {
            malformed(place, "option 'size=" + text + "'");
        }
        return size.orElse(0L);
    }

    private Optional<Mount> mount(MountSpec mount, Place place) {
        String source = mount.source();
        String target = mount.target();
        if (!target.startsWith("/") || target.indexOf('\0') >= 0) {
            return malformed(place, "target '" + target + "'");
        }
        boolean valid =
                switch (mount.kind()) {
                    case VOLUME -> source.isEmpty() || validVolume(source, place);
                    case BIND -> validPath(source, place);
                    case TMPFS ->
                            source.isEmpty()
                                    || malformed(place, "a tmpfs with a source").isPresent();
                };
        return valid ? Optional.of(new Mount(mount, place)) : Optional.empty();
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

    private void refused(Place place, String what, String hint) {
        diagnostics.error(
                "compose.not-in-swarm",
                place,
                "A volume of %s has %s, which a stack file cannot say.".formatted(owner, what),
                hint);
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
