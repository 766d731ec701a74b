package dev.modmon.core.compiler;

import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.compose.UpdatePolicy.FailureAction;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import java.util.Optional;

/// Decodes `deploy.update_config` and `deploy.rollback_config`.
final class UpdateDecoder {
    private static final int MOST = 100_000;

    private final String owner;
    private final Diagnostics diagnostics;

    UpdateDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// @param usual what holds where nothing is said
    UpdatePolicy decode(String key, Optional<YamlMapping> policy, UpdatePolicy usual) {
        if (policy.isEmpty()) {
            return usual;
        }
        String what = "'deploy.%s' of %s".formatted(key, owner);
        YamlFields fields = YamlFields.of(policy.get(), what, diagnostics);
        UnitFields units = new UnitFields(fields, what, diagnostics);
        boolean rollback = key.equals("rollback_config");
        UpdatePolicy decoded =
                new UpdatePolicy(
                        fields.integer("parallelism", 0, MOST).orElse(usual.parallelism()),
                        units.duration("delay").orElse(usual.delay()),
                        fields.text("failure_action")
                                .flatMap(text -> failureAction(text, rollback))
                                .orElse(usual.failureAction()),
                        units.duration("monitor").orElse(usual.monitor()),
                        units.ratio("max_failure_ratio").orElse(usual.maxFailureRatio()),
                        fields.text("order").flatMap(this::order).orElse(usual.order()));
        return decoded;
    }

    /// A return cannot be returned from.
    private Optional<FailureAction> failureAction(Located<String> text, boolean rollback) {
        FailureAction[] allowed =
                rollback
                        ? new FailureAction[] {FailureAction.PAUSE, FailureAction.CONTINUE}
                        : FailureAction.values();
        return Words.constant(text, "Failure action", diagnostics, allowed, Words::dashed);
    }

    private Optional<UpdatePolicy.Order> order(Located<String> text) {
        return Words.constant(
                text, "Order", diagnostics, UpdatePolicy.Order.values(), Words::dashed);
    }
}
