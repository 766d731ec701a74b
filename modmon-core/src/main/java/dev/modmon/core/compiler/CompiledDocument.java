package dev.modmon.core.compiler;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.composition.Composition;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an environment runs, as a Compose document with variables in the place of secrets.
///
/// @param secrets what it needs, by placeholder
public record CompiledDocument(
        StackName name, Composition composition, SortedSet<SecretRef> secrets) {
    public CompiledDocument {
        secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    }
}
