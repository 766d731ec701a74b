package dev.modmon.core.compose;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables `${NAME}` that stand for secrets in a compiled stack.
public final class StackSecrets {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$|\\$\\{(\\w+)}");

    private StackSecrets() {}

    /// Names of all variables that the stack needs.
    public static SortedSet<String> variables(Stack stack) {
        TreeSet<String> names = new TreeSet<>();
        stack.services().stream()
                .flatMap(service -> service.container().environment().values().stream())
                .forEach(value -> names.addAll(variables(value)));
        return names;
    }

    /// Names of the variables that this value needs.
    public static SortedSet<String> variables(EnvValue value) {
        TreeSet<String> names = new TreeSet<>();
        if (value.secret()) {
            VARIABLE.matcher(value.text())
                    .results()
                    .filter(found -> found.group(1) != null)
                    .forEach(found -> names.add(found.group(1)));
        }
        return names;
    }

    /// The stack with literal values, which stay marked as secret.
    ///
    /// @param values by name of variable
    /// @throws IllegalArgumentException when a value is missing; the message names the variable
    public static Stack resolve(Stack stack, Map<String, String> values) {
        return new Stack(
                stack.name(),
                stack.services().stream().map(service -> resolve(service, values)).toList(),
                stack.networks(),
                stack.volumes());
    }

    private static ServiceSpec resolve(ServiceSpec service, Map<String, String> values) {
        SortedMap<String, EnvValue> environment = new TreeMap<>();
        service.container()
                .environment()
                .forEach((name, value) -> environment.put(name, resolve(value, values)));
        return service.withContainer(service.container().withEnvironment(environment));
    }

    private static EnvValue resolve(EnvValue value, Map<String, String> values) {
        if (!value.secret()) {
            return value;
        }
        String text =
                VARIABLE.matcher(value.text())
                        .replaceAll(found -> Matcher.quoteReplacement(literal(found, values)));
        return EnvValue.secret(text);
    }

    private static String literal(MatchResult found, Map<String, String> values) {
        String name = found.group(1);
        if (name == null) {
            return "$";
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value is known for %s.".formatted(name));
        }
        return value;
    }
}
