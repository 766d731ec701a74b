package dev.modmon.core.access;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads who may do what. Without the file nobody may do anything.
public final class AccessReader {
    private final SourceTree tree;
    private final Diagnostics diagnostics;
    private final KeyReader keys;

    public AccessReader(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
        this.keys = new KeyReader(tree, diagnostics);
    }

    public AccessRules read() {
        return new YamlReader(diagnostics)
                .read(tree, AccessRules.FILE)
                .map(this::rules)
                .orElseGet(AccessRules::none);
    }

    private AccessRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, AccessRules.FILE, diagnostics);
        AccessRules rules = new AccessRules(users(fields), roles(fields));
        fields.rejectUnknown();
        new AccessCheck(rules, diagnostics).run();
        keys.reportUnused();
        return rules;
    }

    private SequencedMap<UserName, User> users(YamlFields file) {
        SequencedMap<UserName, User> users = new LinkedHashMap<>();
        for (Entry entry : file.entries("users")) {
            YamlFields.parse(key(entry), UserName::new, diagnostics)
                    .ifPresent(name -> users.put(name.value(), user(name.value(), entry)));
        }
        return users;
    }

    private User user(UserName name, Entry entry) {
        YamlFields fields = YamlFields.of(entry.value(), "user '%s'".formatted(name), diagnostics);
        List<Located<RoleName>> roles =
                fields.texts("roles").stream()
                        .flatMap(it -> YamlFields.parse(it, RoleName::new, diagnostics).stream())
                        .toList();
        List<UserKey> owned =
                fields.texts("keys").stream().flatMap(it -> keys.read(it).stream()).toList();
        String email = fields.text("email").map(Located::value).orElse(null);
        fields.rejectUnknown();
        return new User(name, entry.place(), roles, owned, email);
    }

    private SequencedMap<RoleName, Role> roles(YamlFields file) {
        RoleReader reader = new RoleReader(diagnostics);
        SequencedMap<RoleName, Role> roles = new LinkedHashMap<>();
        for (Entry entry : file.entries("roles")) {
            YamlFields.parse(key(entry), RoleName::new, diagnostics)
                    .ifPresent(name -> roles.put(name.value(), reader.read(name.value(), entry)));
        }
        return roles;
    }

    private static Located<String> key(Entry entry) {
        return new Located<>(entry.key(), entry.place());
    }
}
