package dev.modmon.core.compiler;

import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackSecrets;
import dev.modmon.core.project.Project;
import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an environment wants running, with variables in the place of secrets.
///
/// @param stack to be resolved with a value for each secret before it reaches an engine
/// @param secrets what the stack needs, by placeholder
/// @param origins where the services' variables are written
public record CompiledStack(Stack stack, SortedSet<SecretRef> secrets, VariableOrigins origins) {
    public CompiledStack {
        secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    }

    /// The variables that this secret is part of.
    public List<SecretUse> uses(SecretRef secret) {
        List<SecretUse> uses = new ArrayList<>();
        stack.services()
                .forEach(service ->
                        service.container()
                                .environment()
                                .forEach((name, value) -> {
                                    if (StackSecrets.variables(value)
                                            .contains(secret.placeholder())) {
                                        Place place =
                                                origins.of(service.name(), name)
                                                        .orElseGet(
                                                                () -> Place.ofFile(Project.FILE));
                                        uses.add(new SecretUse(service.name(), name, place));
                                    }
                                }));
        return List.copyOf(uses);
    }
}
