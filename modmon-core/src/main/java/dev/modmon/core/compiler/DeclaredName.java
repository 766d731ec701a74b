package dev.modmon.core.compiler;

import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import java.util.Optional;

/// What `name` and `external` say of a network, volume, config or secret.
///
/// @param name as [Naming] means it
record DeclaredName(String name, Naming naming) {
    /// @param key under which it is declared
    static DeclaredName of(String key, YamlFields fields, StackName stack) {
        Optional<String> name = fields.text("name").map(Located::value);
        if (fields.node("external").orElse(null) instanceof YamlMapping old) {
            // `external: {name: …}` is how files said it before they had `name`.
            Optional<String> inside = old.get("name").map(node -> String.valueOf(node.toPlain()));
            return new DeclaredName(name.or(() -> inside).orElse(key), Naming.EXTERNAL);
        }
        if (fields.bool("external").orElse(false)) {
            return new DeclaredName(name.orElse(key), Naming.EXTERNAL);
        }
        return name.map(own -> own(own, stack))
                .orElseGet(() -> new DeclaredName(key, Naming.SCOPED));
    }

    /// A name that is just what the stack would give is no name of its own.
    private static DeclaredName own(String name, StackName stack) {
        String within = Naming.within(stack, name);
        return new DeclaredName(within, within.equals(name) ? Naming.EXACT : Naming.SCOPED);
    }
}
