package dev.modmon.core.access;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a role: `{super: true}`, or a list of `perm:…` and `role:…`.
record RoleReader(Diagnostics diagnostics) {
    private static final String PERMISSION = "perm:";
    private static final String ROLE = "role:";

    Role read(RoleName name, Entry entry) {
        List<Grant> grants = new ArrayList<>();
        List<Located<RoleName>> includes = new ArrayList<>();
        if (!(entry.value() instanceof YamlSequence list)) {
            return new Role(name, entry.place(), everything(name, entry), grants, includes);
        }
        for (Located<String> item : texts(name, list)) {
            if (item.value().startsWith(PERMISSION)) {
                grant(item).ifPresent(grants::add);
            } else if (item.value().startsWith(ROLE)) {
                YamlFields.parse(behind(ROLE, item), RoleName::new, diagnostics)
                        .ifPresent(includes::add);
            } else {
                reportUnclear(item);
            }
        }
        return new Role(name, entry.place(), false, grants, includes);
    }

    private boolean everything(RoleName name, Entry entry) {
        YamlFields fields = YamlFields.of(entry.value(), "role '%s'".formatted(name), diagnostics);
        boolean everything = fields.bool("super").orElse(false);
        fields.rejectUnknown();
        return everything;
    }

    private List<Located<String>> texts(RoleName role, YamlSequence list) {
        List<Located<String>> texts = new ArrayList<>();
        list.items()
                .forEach(item -> {
                    if (item instanceof YamlScalar text && !text.isNull()) {
                        texts.add(new Located<>(text.text(), text.place()));
                    } else {
                        diagnostics.error(
                                "config.wrong-type",
                                item.place(),
                                "Each item of role '%s' must be text, but this is %s."
                                        .formatted(role, item.kind()),
                                "Write 'perm:NAME' without a space behind the colon.");
                    }
                });
        return texts;
    }

    private Optional<Grant> grant(Located<String> item) {
        Located<String> text = behind(PERMISSION, item);
        String[] parts = text.value().split("@", 2);
        Optional<Permission> permission = Permission.of(parts[0]);
        if (permission.isEmpty()) {
            diagnostics.error(
                    "access.unknown-permission",
                    text.place(),
                    "Permission '%s' is not known.".formatted(parts[0]),
                    DidYouMean.hint(parts[0], Permission.spellings(), "permissions"));
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(new Grant(permission.get(), null));
        }
        Located<String> environment =
                new Located<>(parts[1], text.place().right(parts[0].length() + 1));
        return YamlFields.parse(environment, EnvironmentName::new, diagnostics)
                .map(where -> new Grant(permission.get(), where));
    }

    private void reportUnclear(Located<String> item) {
        boolean isPermission = Permission.of(item.value().split("@", 2)[0]).isPresent();
        diagnostics.error(
                "access.unclear-grant",
                item.place(),
                "'%s' is neither a permission nor a role.".formatted(item.value()),
                isPermission
                        ? "Write 'perm:%s'.".formatted(item.value())
                        : "Write 'perm:NAME' or 'role:NAME'.");
    }

    private static Located<String> behind(String prefix, Located<String> item) {
        return new Located<>(
                item.value().substring(prefix.length()), item.place().right(prefix.length()));
    }
}
