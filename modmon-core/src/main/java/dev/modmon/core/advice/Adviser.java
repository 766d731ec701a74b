package dev.modmon.core.advice;

import dev.modmon.core.diagnostic.Diagnostics;
import java.util.List;

/// Warns of what works and will hurt.
public final class Adviser {
    private static final List<Rule> RULES =
            List.of(
                    new HealthCheckRule(),
                    new AwaitedHealthRule(),
                    new PinnedVolumeRule(),
                    new DatabasePortRule(),
                    new HostPortReplicasRule(),
                    new LiteralSecretRule());

    private Adviser() {}

    public static void advise(Setting setting, Diagnostics diagnostics) {
        RULES.forEach(rule -> rule.check(setting, diagnostics));
    }
}
