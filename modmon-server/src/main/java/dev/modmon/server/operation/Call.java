package dev.modmon.server.operation;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.server.access.Caller;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One request to one operation: who calls, and what the request says, as types.
public final class Call {
    private final Caller caller;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final @Nullable Object body;

    private Call(
            Caller caller,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable Object body) {
        this.caller = caller;
        this.path = Map.copyOf(path);
        this.query = Map.copyOf(query);
        this.body = body;
    }

    public static Call of(Caller caller, Map<String, String> path, Map<String, String> query) {
        return new Call(caller, path, query, null);
    }

    /// The same call, with what its body says.
    public Call withBody(Object read) {
        return new Call(caller, path, query, read);
    }

    public Caller caller() {
        return caller;
    }

    public ProjectName project() {
        return named("project", ProjectName::new);
    }

    public EnvironmentName environment() {
        return named("environment", EnvironmentName::new);
    }

    /// The environment in the path, if there is one.
    Optional<EnvironmentName> concernedEnvironment() {
        return path.containsKey("environment") ? Optional.of(environment()) : Optional.empty();
    }

    public ServiceName service() {
        return named("service", ServiceName::new);
    }

    public CommitId commit() {
        return named("commit", CommitId::new);
    }

    /// A part of the path, as it came.
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The path has no {%s}.".formatted(name));
        }
        return value;
    }

    /// The environment that the query asks for, if it asks for one.
    public Optional<EnvironmentName> queriedEnvironment() {
        return Optional.ofNullable(query.get("environment"))
                .map(text -> parse("environment", text, EnvironmentName::new));
    }

    /// Given as `true` or without a value.
    public boolean flag(String name) {
        String value = query.getOrDefault(name, "false");
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default ->
                    throw ProblemException.badRequest(
                            "request.bad-parameter",
                            "Parameter '%s' must be true or false.".formatted(name),
                            "");
        };
    }

    public OptionalInt number(String name, int max) {
        String value = query.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= max) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of range.
        }
        throw ProblemException.badRequest(
                "request.bad-parameter",
                "Parameter '%s' must be a number from 0 to %d.".formatted(name, max),
                "");
    }

    public <T> T body(Class<T> type) {
        if (body == null) {
            throw new IllegalStateException("The operation takes no body.");
        }
        return type.cast(body);
    }

    public InputStream bytes() {
        return body(InputStream.class);
    }

    private <T> T named(String part, Function<String, T> type) {
        return parse(part, path(part), type);
    }

    private static <T> T parse(String part, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "request.bad-" + part,
                    String.valueOf(e.getMessage()),
                    "Correct the address that is called.");
        }
    }
}
