package dev.modmon.cli.scaffold;

import dev.modmon.core.prefab.ServiceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What is left to the user after something was added.
final class Next {
    private static final Pattern SECRET = Pattern.compile("SECRETS\\['([^']+)']");

    private Next() {}

    /// @param unchecked whether nobody has said how its health is checked
    static List<String> after(ServiceDraft service, boolean unchecked) {
        List<String> next = new ArrayList<>(secrets(service));
        if (unchecked) {
            next.add(
                    "Add a 'healthcheck' to it: without one, a release counts as good once it has started.");
        }
        return next;
    }

    private static List<String> secrets(ServiceDraft service) {
        SortedSet<String> names = new TreeSet<>();
        SECRET.matcher(service.service() + "\n" + service.variables())
                .results()
                .forEach(match -> names.add(match.group(1)));
        return names.stream()
                .map(name ->
                        "Give the secret '%s' when you deploy: a line '%1$s=…' in .modmon/secrets/ENV.env, which only you can read."
                                .formatted(name))
                .toList();
    }
}
