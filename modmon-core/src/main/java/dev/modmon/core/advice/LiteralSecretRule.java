package dev.modmon.core.advice;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A password does not stand in a file that everybody with the repo can read, now and in its history.
final class LiteralSecretRule implements Rule {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:.*[_.-])?(?:[A-Z0-9]*PASSWORD|PASSWD|PASS|SECRET|TOKEN|API_?KEY|(?:SECRET|PRIVATE|ACCESS|ENCRYPTION|SIGNING)_KEY)",
                    Pattern.CASE_INSENSITIVE);

    /// Switches and placeholders that such names have as well.
    private static final Set<String> HARMLESS =
            Set.of("", "true", "false", "yes", "no", "on", "off", "0", "1", "null", "none");

    @Override
    public void check(Setting setting, Diagnostics diagnostics) {
        for (ServiceSpec service : setting.stack().services()) {
            service.container()
                    .environment()
                    .forEach((name, value) -> {
                        if (NAME.matcher(name).matches() && isLiteral(value)) {
                            warn(service, name, setting, diagnostics);
                        }
                    });
        }
    }

    private static boolean isLiteral(EnvValue value) {
        String text = value.text().strip();
        return !value.secret()
                && !HARMLESS.contains(text.toLowerCase(Locale.ROOT))
                && !text.startsWith("/"); // a file that holds it
    }

    private static void warn(
            ServiceSpec service, String name, Setting setting, Diagnostics diagnostics) {
        diagnostics.warning(
                "service.literal-secret",
                setting.placeOfVariable(service, name),
                "Variable '%s' looks like a secret, and everybody who has the repo can read it."
                        .formatted(name),
                "Write \"{{SECRETS['%s']}}\", and keep the value out of the repo."
                        .formatted(name.toLowerCase(Locale.ROOT)));
    }
}
