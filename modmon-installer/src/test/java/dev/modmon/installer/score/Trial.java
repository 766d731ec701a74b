package dev.modmon.installer.score;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.installer.score.CommandLine.Answer;
import dev.modmon.installer.score.Docker.Result;
import dev.modmon.installer.score.Verdict.Failure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One file, imported, compiled both ways and judged.
///
/// @param file absolute
/// @param name how the file is called in the report
/// @param repo where the master repo is to be made
record Trial(Docker docker, CommandLine modmon, Path file, String name, Path repo) {
    private static final String ENVIRONMENT = "local";

    /// The verdict; empty when Compose itself does not take the file.
    Optional<Verdict> run() {
        String project = repo.getFileName() + "-" + ENVIRONMENT;
        Result original = docker.composeConfig(file, project);
        return original.isDone() ? Optional.of(judge(project, original)) : Optional.empty();
    }

    private Verdict judge(String project, Result original) {
        Answer imported =
                modmon.run(
                        file.getParent(),
                        "import",
                        file.toString(),
                        "--into",
                        repo.toString(),
                        "--json");
        if (imported.threw()) {
            return Verdict.failed(name, Failure.THREW, imported.message());
        }
        if (imported.exit() != ExitCode.DONE) {
            return Verdict.failed(name, Failure.NOT_IMPORTED, explained(imported));
        }
        String own = imported.json().path("project").asString() + "-" + ENVIRONMENT;
        Result wanted = own.equals(project) ? original : docker.composeConfig(file, own);
        return compose(wanted).orElseGet(this::stack);
    }

    private Optional<Verdict> compose(Result wanted) {
        Answer compiled = modmon.run(repo, "compile", ENVIRONMENT, "--format", "compose", "--json");
        if (compiled.threw()) {
            return failed(Failure.THREW, compiled.message());
        }
        if (compiled.exit() != ExitCode.DONE) {
            return failed(Failure.NOT_COMPILED, explained(compiled));
        }
        Path made = repo.resolve("docker-compose.yaml");
        Result actual = docker.composeConfig(made, "");
        if (!actual.isDone()) {
            return failed(Failure.COMPOSE_REFUSED, actual.reason());
        }
        return difference(wanted.json(), actual.json())
                .flatMap(difference -> failed(Failure.NOT_EQUAL, difference));
    }

    private Verdict stack() {
        Answer compiled = modmon.run(repo, "compile", ENVIRONMENT, "--format", "stack", "--json");
        if (compiled.threw()) {
            return Verdict.failed(name, Failure.THREW, compiled.message());
        }
        if (compiled.exit() == ExitCode.INVALID && isExplained(compiled.diagnostics())) {
            return Verdict.passed(name, "explained");
        }
        if (compiled.exit() != ExitCode.DONE) {
            return Verdict.failed(name, Failure.STACK_UNEXPLAINED, explained(compiled));
        }
        Result judged = docker.stackConfig(repo.resolve("docker-stack.yaml"));
        return judged.isDone()
                ? Verdict.passed(name, "accepted")
                : Verdict.failed(name, Failure.STACK_REFUSED, judged.reason());
    }

    /// Whether every error has a place in a line, a sentence and a code.
    private static boolean isExplained(JsonNode diagnostics) {
        boolean explained = diagnostics.isArray() && !diagnostics.isEmpty();
        for (JsonNode diagnostic : diagnostics) {
            explained &=
                    diagnostic.path("line").asInt(0) > 0
                            && !diagnostic.path("message").asString("").isBlank()
                            && !diagnostic.path("code").asString("").isBlank();
        }
        return explained;
    }

    private static String explained(Answer answer) {
        StringBuilder text = new StringBuilder(answer.message());
        for (JsonNode diagnostic : answer.diagnostics()) {
            if (!diagnostic.path("severity").asString("").equalsIgnoreCase("warning")) {
                text.append(
                        " | %s %s:%s %s"
                                .formatted(
                                        diagnostic.path("code").asString(),
                                        diagnostic.path("file").asString(),
                                        diagnostic.path("line"),
                                        diagnostic.path("message").asString()));
            }
        }
        return text.toString();
    }

    private Optional<Verdict> failed(Failure failure, String detail) {
        return Optional.of(Verdict.failed(name, failure, detail));
    }

    private Optional<String> difference(JsonNode wanted, JsonNode actual) {
        return new Difference(without(file.getParent()), without(repo)).first(wanted, actual);
    }

    private static UnaryOperator<String> without(Path folder) {
        Pattern pattern = Pattern.compile(Pattern.quote(folder.toString()) + "(?![\\w.-])");
        return text -> pattern.matcher(text).replaceAll("/HERE");
    }
}
