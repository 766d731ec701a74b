package dev.modmon.server.operation;

import dev.modmon.core.access.Permission;
import dev.modmon.core.project.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One row of the table of everything that can be asked of the server.
///
/// @param name unique, such as `deploy`; it is in the audit log and in the OpenAPI document
/// @param path with parts in braces, such as `/v1/jobs/{id}`
/// @param audited whether each call is recorded, and not only each refusal
public record Operation(
        String name,
        String summary,
        Verb verb,
        String path,
        List<Query> queries,
        Requirement requirement,
        boolean audited,
        Input input,
        Output output,
        Handler handler) {
    public Operation {
        queries = List.copyOf(queries);
    }

    static Draft get(String name, String path) {
        return new Draft(name, Verb.GET, path);
    }

    static Draft post(String name, String path) {
        return new Draft(name, Verb.POST, path);
    }

    static Draft delete(String name, String path) {
        return new Draft(name, Verb.DELETE, path);
    }

    /// A row that is being written. Whoever forgets to say who may call gets an exception, not an open
    /// door.
    static final class Draft {
        private final String name;
        private final Verb verb;
        private final String path;
        private final List<Query> queries = new ArrayList<>();
        private String summary = "";
        private Optional<Requirement> requirement = Optional.empty();
        private boolean audited;
        private Input input = new Input.None();
        private Optional<Output> output = Optional.empty();

        private Draft(String name, Verb verb, String path) {
            this.name = name;
            this.verb = verb;
            this.path = path;
        }

        Draft summary(String text) {
            summary = text;
            return this;
        }

        Draft query(String parameter, Query.Kind kind, String text) {
            queries.add(new Query(parameter, kind, text));
            return this;
        }

        Draft forKnownCallers() {
            return requires(new Requirement.Known());
        }

        Draft forUsersOfProject() {
            return forUsersOf(Call::project);
        }

        Draft forUsersOf(Function<Call, ProjectName> project) {
            return requires(new Requirement.InProject(Optional.empty(), project));
        }

        Draft needs(Permission permission) {
            return requires(new Requirement.InProject(Optional.of(permission), Call::project));
        }

        /// In any environment of the project: the call is about none of them.
        Draft needsAnywhere(Permission permission) {
            return requires(new Requirement.SomewhereInProject(permission));
        }

        Draft needsOnServer(Permission permission) {
            return requires(new Requirement.OnServer(permission));
        }

        private Draft requires(Requirement required) {
            requirement = Optional.of(required);
            return this;
        }

        Draft audited() {
            audited = true;
            return this;
        }

        Draft takes(Class<?> type) {
            input = new Input.Json(type);
            return this;
        }

        Draft takes(String mediaType, long maxBytes) {
            input = new Input.Binary(mediaType, maxBytes);
            return this;
        }

        Draft answers(Class<?> type) {
            return answers(200, type);
        }

        Draft answers(int status, Class<?> type) {
            output = Optional.of(new Output.Json(status, type));
            return this;
        }

        Draft answersLines(Class<?> type) {
            output = Optional.of(new Output.Lines(type));
            return this;
        }

        Draft answersDocument() {
            output = Optional.of(new Output.Document());
            return this;
        }

        Operation by(Handler handler) {
            return new Operation(
                    name,
                    summary,
                    verb,
                    path,
                    queries,
                    requirement.orElseThrow(() -> new IllegalStateException(name + " for whom?")),
                    audited,
                    input,
                    output.orElseThrow(() -> new IllegalStateException(name + " answers what?")),
                    handler);
        }
    }
}
