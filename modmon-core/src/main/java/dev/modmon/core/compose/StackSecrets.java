package dev.modmon.core.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The variables `${NAME}` that stand for secrets in a compiled stack.
public final class StackSecrets {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$|\\$\\{(\\w+)}");

    private StackSecrets() {}

    /// Names of all variables that the stack needs.
    public static SortedSet<String> variables(Stack stack) {
        SortedSet<String> names = variablesOfServices(stack);
        Stream.concat(stack.configs().stream(), stack.secrets().stream())
                .forEach(file -> names.addAll(variables(file.content())));
        return names;
    }

    /// Names of those that are in the environment of services.
    static SortedSet<String> variablesOfServices(Stack stack) {
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
        List<StoredFile> configs = resolve(stack.configs(), values);
        List<StoredFile> secrets = resolve(stack.secrets(), values);
        return new Stack(
                stack.name(),
                stack.services().stream()
                        .map(service -> resolve(service, values))
                        .map(service ->
                                withStoredNames(
                                        service,
                                        renamed(stack.configs(), configs),
                                        renamed(stack.secrets(), secrets)))
                        .toList(),
                stack.networks(),
                stack.volumes(),
                configs,
                secrets);
    }

    /// A value without variables, as the engine gets it.
    static EnvValue literal(EnvValue value) {
        return resolve(value, Map.of());
    }

    private static List<StoredFile> resolve(List<StoredFile> files, Map<String, String> values) {
        return files.stream().map(file -> file.resolved(resolve(file.content(), values))).toList();
    }

    private static Map<String, String> renamed(List<StoredFile> before, List<StoredFile> after) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            names.put(before.get(i).storedName(), after.get(i).storedName());
        }
        return names;
    }

    private static ServiceSpec withStoredNames(
            ServiceSpec service, Map<String, String> configs, Map<String, String> secrets) {
        ContainerFiles files =
                service.container()
                        .files()
                        .withGrants(
                                grant -> renamed(grant, configs), grant -> renamed(grant, secrets));
        return service.withContainer(service.container().withFiles(files));
    }

    private static FileGrant renamed(FileGrant grant, Map<String, String> names) {
        return grant.withSource(names.getOrDefault(grant.source(), grant.source()));
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
