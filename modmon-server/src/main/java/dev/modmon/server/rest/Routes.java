package dev.modmon.server.rest;

import dev.modmon.core.api.Problem;
import dev.modmon.server.operation.Operation;
import dev.modmon.server.operation.OperationTable;
import dev.modmon.server.operation.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The table of operations as routes, and problems for all the rest.
public final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final OperationTable table;
    private final Dispatcher dispatcher;
    private final WireJson json;

    public Routes(OperationTable table, Dispatcher dispatcher, WireJson json) {
        this.table = table;
        this.dispatcher = dispatcher;
        this.json = json;
    }

    public RouterFunction<ServerResponse> all() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (Operation operation : table.operations()) {
            routes.route(
                    RequestPredicates.method(HttpMethod.valueOf(operation.verb().name()))
                            .and(RequestPredicates.path(operation.path())),
                    request -> dispatcher.dispatch(operation, request));
        }
        routes.route(RequestPredicates.all(), this::unrouted);
        routes.filter((request, next) -> {
            Optional<ProblemException> objection = objection(request);
            return objection.isPresent() ? answer(objection.get().problem()) : next.handle(request);
        });
        routes.onError(
                failure -> !(failure instanceof CloseNowException),
                (failure, request) -> answer(failure, request));
        return routes.build();
    }

    private static Optional<ProblemException> objection(ServerRequest request) {
        return Origins.objection(
                request.servletRequest().getHeader("Host"),
                request.servletRequest().getHeader("Origin"));
    }

    private ServerResponse answer(Throwable failure, ServerRequest request) {
        Problem problem = Problems.of(failure);
        if (problem.status() == 500) {
            LOG.error("{} {} failed.", request.method(), request.path(), failure);
        }
        return answer(problem);
    }

    private ServerResponse answer(Problem problem) {
        return Answers.of(problem, json);
    }

    private ServerResponse unrouted(ServerRequest request) {
        Set<String> methods = new TreeSet<>();
        for (Operation operation : table.operations()) {
            if (RequestPredicates.path(operation.path()).test(request)) {
                methods.add(operation.verb().name());
            }
        }
        if (methods.isEmpty()) {
            return answer(Problems.noSuchPath());
        }
        return Answers.of(
                Problems.wrongMethod(methods), Map.of("Allow", String.join(", ", methods)), json);
    }
}
