package dev.modmon.cli.project;

import dev.modmon.core.compiler.SecretRef;
import java.util.Map;
import java.util.Optional;

/// Secrets in variables `MODMON_SECRET_NAME` of the process.
record VariableSecrets(Map<String, String> environment) implements SecretSource {
    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(shown(name)));
    }

    @Override
    public String shown(String name) {
        return new SecretRef.Given(name).placeholder();
    }

    /// Values stay out of every message.
    @Override
    public String toString() {
        return "variables";
    }
}
