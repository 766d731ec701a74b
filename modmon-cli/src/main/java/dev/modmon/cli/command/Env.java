package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.console.Printable;
import dev.modmon.cli.console.Style;
import dev.modmon.cli.console.Table;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.cli.project.Secrets;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.StackSecrets;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `modmon env ENV [SERVICE]`
public final class Env {
    private static final Argument<ServiceName> SERVICE =
            Argument.optional(
                    "SERVICE", "One service; all without it", Choices.SERVICES, ServiceName::new);

    public static final Signature SIGNATURE =
            new Signature(
                    "env",
                    Groups.PROJECT,
                    "Show the variables that services get, and where each comes from",
                    List.of(Arguments.ENVIRONMENT, SERVICE),
                    List.of(Arguments.TAG),
                    List.of(
                            """
                            Secrets are masked. For each it is said where its value is taken from when you deploy:
                            a variable, a line of .modmon/secrets/ENV.env, or the cluster. Nothing is contacted.\
                            """),
                    List.of("modmon env staging", "modmon env staging web --json"));

    private final Surroundings surroundings;

    public Env(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What `--json` prints.
    record Report(String project, String environment, List<Service> services) {}

    record Service(String service, List<Variable> variables) {}

    /// @param value null for one that a secret is part of
    /// @param from `FILE:LINE`
    /// @param secrets what is in it
    record Variable(
            String name,
            @Nullable String value,
            boolean secret,
            String from,
            List<Secret> secrets) {}

    /// @param variable the placeholder in compiled files
    /// @param source where a deployment takes its value from: `cluster`, a variable's name or `FILE:LINE`
    record Secret(String name, String variable, String source) {}

    public ExitCode run(Input input) {
        Workspace workspace = Workspace.load(surroundings.directory(input));
        EnvironmentName environment = workspace.known(input.get(Arguments.ENVIRONMENT));
        CompiledStack compiled =
                workspace.compile(
                        environment,
                        new ImageTags(Arguments.byRepo(input.get(Arguments.TAG)), false),
                        Warnings.shown(surroundings.console(), workspace, input));
        List<ServiceSpec> services = chosen(compiled, input.find(SERVICE), environment);
        Secrets secrets =
                Secrets.read(
                        workspace.root(),
                        WorkTree.find(workspace.root()),
                        surroundings.environment(),
                        environment);
        Report report =
                new Report(
                        workspace.name().value(),
                        environment.value(),
                        services.stream().map(it -> service(it, compiled, secrets)).toList());
        print(report, input.get(CommonOptions.JSON));
        return ExitCode.DONE;
    }

    private static List<ServiceSpec> chosen(
            CompiledStack compiled, Optional<ServiceName> wanted, EnvironmentName environment) {
        List<ServiceSpec> all = compiled.stack().services();
        if (wanted.isEmpty()) {
            return all;
        }
        List<ServiceSpec> chosen =
                all.stream().filter(it -> it.name().equals(wanted.get())).toList();
        if (chosen.isEmpty()) {
            throw new UsageFailure(
                    "Environment '%s' has no service '%s'.".formatted(environment, wanted.get()),
                    DidYouMean.hint(
                            wanted.get().value(),
                            all.stream().map(it -> it.name().value()).toList(),
                            "services"));
        }
        return chosen;
    }

    private static Service service(ServiceSpec spec, CompiledStack compiled, Secrets known) {
        List<Variable> variables = new ArrayList<>();
        spec.container()
                .environment()
                .forEach((name, value) ->
                        variables.add(
                                new Variable(
                                        name,
                                        value.secret() ? null : value.text(),
                                        value.secret(),
                                        compiled.origins()
                                                .of(spec.name(), name)
                                                .map(Env::line)
                                                .orElse(""),
                                        secrets(value, compiled, known))));
        return new Service(spec.name().value(), variables);
    }

    private static String line(Place place) {
        return place.line() == 0 ? place.file() : place.file() + ":" + place.line();
    }

    private static List<Secret> secrets(EnvValue value, CompiledStack compiled, Secrets known) {
        SortedSet<String> placeholders = StackSecrets.variables(value);
        return compiled.secrets().stream()
                .filter(it -> placeholders.contains(it.placeholder()))
                .map(it -> new Secret(it.shown(), it.placeholder(), source(it, known)))
                .toList();
    }

    private static String source(SecretRef secret, Secrets known) {
        return secret instanceof SecretRef.Given(var name)
                ? known.whereabouts(name).orElse("cluster")
                : "cluster";
    }

    private void print(Report report, boolean json) {
        Console console = surroundings.console();
        if (json) {
            console.print(Json.of(report));
            return;
        }
        boolean first = true;
        for (Service service : report.services()) {
            if (!first) {
                console.print("");
            }
            first = false;
            console.print(console.painted(Style.BOLD, service.service()));
            if (service.variables().isEmpty()) {
                console.print("No variables.");
            } else {
                table(service).lines(console.width()).forEach(console::print);
            }
        }
    }

    private static Table table(Service service) {
        Table table = new Table("VARIABLE", "VALUE", "FROM");
        for (Variable variable : service.variables()) {
            table.row(variable.name(), Printable.line(shown(variable)), variable.from());
        }
        return table;
    }

    private static String shown(Variable variable) {
        String value = variable.value();
        return value == null
                ? "•••••• "
                        + variable.secrets().stream()
                                .map(it -> "%s (%s)".formatted(it.name(), it.source()))
                                .collect(Collectors.joining(", "))
                : value;
    }
}
