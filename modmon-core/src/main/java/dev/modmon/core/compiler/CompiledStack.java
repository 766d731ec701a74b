package dev.modmon.core.compiler;

import dev.modmon.core.compose.Stack;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an environment wants running, with variables in the place of secrets.
///
/// @param stack to be resolved with a value for each secret before it reaches an engine
/// @param secrets what the stack needs, by placeholder
public record CompiledStack(Stack stack, SortedSet<SecretRef> secrets) {
    public CompiledStack {
        secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    }
}
