package dev.modmon.core.composition;

import org.jspecify.annotations.Nullable;

/// What variables and expressions in texts mean.
///
/// @param expressions null where `{{` is nothing special
public record TextScope(VariableSource variables, @Nullable Expressions expressions) {}
