package dev.modmon.server.job;

import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.compiler.SecretUse;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StackSecrets;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.server.secret.SecretVault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts values in the place of the secrets that a compiled stack needs.
public final class SecretSupply {
    private final SecretVault vault;

    public SecretSupply(SecretVault vault) {
        this.vault = vault;
    }

    /// For a deployment: what the server makes up is kept. Everything was found to be there before.
    Stack resolve(CompiledStack compiled) {
        Map<String, String> values = new TreeMap<>();
        StackName stack = compiled.stack().name();
        for (SecretRef secret : compiled.secrets()) {
            values.put(
                    secret.placeholder(),
                    switch (secret) {
                        case SecretRef.Given given ->
                                vault.find(stack, given)
                                        .orElseThrow(() ->
                                                new IllegalStateException(
                                                        "%s has no value any more."
                                                                .formatted(given.shown())));
                        case SecretRef.DatabasePassword made -> vault.made(stack, made);
                        case SecretRef.Script made -> vault.made(stack, made);
                    });
        }
        return StackSecrets.resolve(compiled.stack(), values);
    }

    /// For a plan: nothing is kept, and what nobody has a value for gets one that does not matter.
    Stack resolveForPlan(CompiledStack compiled, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>();
        StackName stack = compiled.stack().name();
        for (SecretRef secret : compiled.secrets()) {
            values.put(
                    secret.placeholder(),
                    givenFor(secret, given)
                            .or(() -> vault.find(stack, secret))
                            .orElseGet(() -> secret.placeholder()));
        }
        return StackSecrets.resolve(compiled.stack(), values);
    }

    /// Reports each secret that a user must give and nobody has given.
    void reportMissing(CompiledStack compiled, Map<String, String> given, Diagnostics diagnostics) {
        StackName stack = compiled.stack().name();
        for (SecretRef secret : compiled.secrets()) {
            if (secret instanceof SecretRef.Given wanted
                    && givenFor(secret, given).isEmpty()
                    && vault.find(stack, secret).isEmpty()) {
                List<SecretUse> uses = compiled.uses(secret);
                diagnostics.error(
                        "secret.missing",
                        uses.isEmpty()
                                ? Place.ofFile(".env/" + stack.environment() + ".env")
                                : uses.getFirst().place(),
                        "%s has no value for %s on this server%s."
                                .formatted(wanted.shown(), stack, need(uses)),
                        "Set %s where you deploy, or write '%s=…' to .modmon/secrets/%s.env."
                                .formatted(
                                        wanted.placeholder(), wanted.name(), stack.environment()));
            }
        }
    }

    private static String need(List<SecretUse> uses) {
        if (uses.isEmpty()) {
            return "";
        }
        SecretUse first = uses.getFirst();
        return ", and %s of service '%s' needs it%s"
                .formatted(
                        first.variable(),
                        first.service(),
                        uses.size() > 1 ? ", as do %d more".formatted(uses.size() - 1) : "");
    }

    /// Whether these are other values than those that are kept.
    boolean wouldChange(StackName stack, Map<String, String> given) {
        return given.entrySet().stream()
                .anyMatch(entry ->
                        !vault.find(stack, new SecretRef.Given(entry.getKey()))
                                .equals(Optional.of(entry.getValue())));
    }

    void keep(StackName stack, Map<String, String> given) {
        given.forEach((name, value) -> vault.keep(stack, new SecretRef.Given(name), value));
    }

    private static Optional<String> givenFor(SecretRef secret, Map<String, String> given) {
        return given.entrySet().stream()
                .filter(entry ->
                        new SecretRef.Given(entry.getKey())
                                .placeholder()
                                .equals(secret.placeholder()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
