package dev.modmon.core.compiler;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlSequence;
import java.util.List;

/// Keys of a Compose service that are known but not translated. Each is told with its reason; only
/// what changes nothing anywhere passes in silence.
final class ComposeKeys {
    private static final String NO_BUILD = "Build and push the image, then name it with 'image:'.";

    private static final List<String> NOT_YET =
            List.of(
                    "configs",
                    "secrets",
                    "env_file",
                    "label_file",
                    "profiles",
                    "platform",
                    "ulimits",
                    "group_add",
                    "extends",
                    "credential_spec",
                    "oom_score_adj",
                    "post_start",
                    "pre_stop",
                    "provider",
                    "models",
                    "gpus",
                    "annotations");

    /// No meaning for what runs: documentation, or for development on a workstation.
    private static final List<String> WITHOUT_EFFECT = List.of("expose", "develop", "attach");

    private ComposeKeys() {}

    /// Reports what of this service cannot be kept.
    static void check(
            YamlFields fields, YamlMapping service, String owner, Diagnostics diagnostics) {
        allowExtensions(fields, service);
        WITHOUT_EFFECT.forEach(fields::node);
        for (NotInSwarm refused : NotInSwarm.ALL) {
            if (fields.node(refused.key()).filter(ComposeKeys::saysSomething).isPresent()) {
                diagnostics.error(
                        "compose.not-in-swarm",
                        fields.placeOf(refused.key()),
                        "Swarm ignores '%s' of %s: %s."
                                .formatted(refused.key(), owner, refused.reason()),
                        refused.hint());
            }
        }
        for (String key : NOT_YET) {
            if (fields.node(key).filter(ComposeKeys::saysSomething).isPresent()) {
                notYet(fields, key, owner, diagnostics);
            }
        }
        ignored(fields, "container_name", owner, "Tasks are named by the engine.", diagnostics);
        ignored(
                fields,
                "pull_policy",
                owner,
                "Images are pinned and pulled by digest.",
                diagnostics);
        build(fields, owner, diagnostics);
    }

    static void notYet(YamlFields fields, String key, String owner, Diagnostics diagnostics) {
        String hint =
                key.equals("env_file")
                        ? "Put the variables into '.env/ENVIRONMENT.env' or 'environment'."
                        : "Leave it out.";
        diagnostics.error(
                "compose.not-supported-yet",
                fields.placeOf(key),
                "'%s' of %s is not supported yet.".formatted(key, owner),
                hint);
    }

    /// `x-…` is for the user's own purposes.
    static void allowExtensions(YamlFields fields, YamlMapping mapping) {
        mapping.entries().stream()
                .map(Entry::key)
                .filter(key -> key.startsWith("x-"))
                .forEach(fields::node);
    }

    private static void ignored(
            YamlFields fields, String key, String owner, String reason, Diagnostics diagnostics) {
        if (fields.node(key).isPresent()) {
            diagnostics.warning(
                    "compose.ignored",
                    fields.placeOf(key),
                    "'%s' of %s has no effect in a Swarm.".formatted(key, owner),
                    reason);
        }
    }

    private static void build(YamlFields fields, String owner, Diagnostics diagnostics) {
        if (fields.node("build").isEmpty()) {
            return;
        }
        if (fields.node("image").isEmpty()) {
            diagnostics.error(
                    "compose.not-in-swarm",
                    fields.placeOf("build"),
                    "%s is to be built, but a Swarm only runs images."
                            .formatted(Sentence.start(owner)),
                    NO_BUILD);
        } else {
            ignored(
                    fields,
                    "build",
                    owner,
                    "The image is taken as it is; it is not built.",
                    diagnostics);
        }
    }

    /// `privileged: false` and an empty list ask for nothing.
    private static boolean saysSomething(YamlNode node) {
        return switch (node) {
            case YamlSequence list -> !list.items().isEmpty();
            case YamlMapping mapping -> !mapping.entries().isEmpty();
            default -> !Boolean.FALSE.equals(node.toPlain());
        };
    }
}
