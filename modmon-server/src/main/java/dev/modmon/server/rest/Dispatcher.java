package dev.modmon.server.rest;

import dev.modmon.server.access.Caller;
import dev.modmon.server.operation.AuditLog;
import dev.modmon.server.operation.Call;
import dev.modmon.server.operation.Gate;
import dev.modmon.server.operation.Input;
import dev.modmon.server.operation.Operation;
import dev.modmon.server.operation.ProblemException;
import dev.modmon.server.operation.Query;
import dev.modmon.server.operation.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Takes a request that belongs to an operation all the way: who is it, what is asked, may they, what is
/// in the body, do it, answer.
public final class Dispatcher {
    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_-]{16,128})");

    private final CallerLookup callers;
    private final Gate gate;
    private final AuditLog audit;
    private final WireJson json;

    public Dispatcher(CallerLookup callers, Gate gate, AuditLog audit, WireJson json) {
        this.callers = callers;
        this.gate = gate;
        this.audit = audit;
        this.json = json;
    }

    ServerResponse dispatch(Operation operation, ServerRequest request) throws IOException {
        HttpServletRequest servlet = request.servletRequest();
        Caller caller = callerOf(operation, servlet);
        Call call = Call.of(caller, request.pathVariables(), query(operation, servlet));
        admit(operation, call, servlet.getRequestURI());
        Call complete = withBody(operation, call, servlet);
        return Answers.of(operation.output(), carryOut(operation, complete, servlet), json);
    }

    private Caller callerOf(Operation operation, HttpServletRequest request) {
        Optional<Caller> caller =
                token(request.getHeader("Authorization")).flatMap(callers::callerOf);
        if (caller.isEmpty()) {
            audit.record(
                    new AuditLog.Entry(
                            caller,
                            operation.name(),
                            request.getRequestURI(),
                            "refused",
                            "token.missing-or-expired"));
            throw ProblemException.unauthorized();
        }
        return caller.get();
    }

    private static Optional<String> token(@Nullable String header) {
        Matcher matcher = BEARER.matcher(header == null ? "" : header);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Map<String, String> query(Operation operation, HttpServletRequest request) {
        Set<String> known =
                operation.queries().stream().map(Query::name).collect(Collectors.toSet());
        Map<String, String> query = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!known.contains(name) || values.length != 1) {
                        throw ProblemException.badRequest(
                                "request.bad-parameter",
                                known.contains(name)
                                        ? "Parameter '%s' is given more than once.".formatted(name)
                                        : "There is no parameter of that name here; known are: %s."
                                                .formatted(known),
                                "");
                    }
                    query.put(name, values[0]);
                });
        return query;
    }

    private void admit(Operation operation, Call call, String target) {
        try {
            gate.admit(operation, call);
        } catch (ProblemException e) {
            record(operation, call, target, "refused", e.problem().code());
            throw e;
        }
    }

    private Call withBody(Operation operation, Call call, HttpServletRequest request)
            throws IOException {
        return switch (operation.input()) {
            case Input.None() -> call;
            case Input.Json(var type) -> {
                requireType(request, "application/json");
                refuseAtOnce(request, Input.Json.MAX_BYTES);
                byte[] bytes =
                        new LimitedInput(request.getInputStream(), Input.Json.MAX_BYTES)
                                .readAllBytes();
                yield call.withBody(json.read(bytes, type));
            }
            case Input.Binary(var mediaType, var maxBytes) -> {
                requireType(request, mediaType);
                refuseAtOnce(request, maxBytes);
                yield call.withBody(new LimitedInput(request.getInputStream(), maxBytes));
            }
        };
    }

    private static void refuseAtOnce(HttpServletRequest request, long maxBytes) {
        if (request.getContentLengthLong() > maxBytes) {
            throw ProblemException.tooLarge(maxBytes);
        }
    }

    private static void requireType(HttpServletRequest request, String mediaType) {
        String given = request.getContentType();
        String type = given == null ? "" : given.replaceAll(";.*", "").strip();
        if (!type.equalsIgnoreCase(mediaType)) {
            throw Problems.unsupportedMediaType(mediaType);
        }
    }

    private Reply carryOut(Operation operation, Call call, HttpServletRequest request)
            throws IOException {
        if (!operation.audited()) {
            return operation.handler().handle(call);
        }
        String target = request.getRequestURI();
        record(operation, call, target, "allowed", "");
        try {
            return operation.handler().handle(call);
        } catch (IOException | RuntimeException e) {
            record(operation, call, target, "failed", Problems.of(e).code());
            throw e;
        }
    }

    private void record(
            Operation operation, Call call, String target, String outcome, String detail) {
        audit.record(
                new AuditLog.Entry(
                        Optional.of(call.caller()), operation.name(), target, outcome, detail));
    }
}
