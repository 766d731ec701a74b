package dev.modmon.cli.quickstart;

import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.command.Deploy;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.quickstart.engine.Engine;
import dev.modmon.cli.quickstart.engine.EngineAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `modmon quickstart`
public final class Quickstart {
    private static final String USUAL_DIRECTORY = "modmon-quickstart";

    private static final Option<Optional<Path>> DIR =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "dir",
                    "DIR",
                    "Where the example master repo goes (./" + USUAL_DIRECTORY + ")",
                    Choices.DIRECTORIES,
                    Path::of);
    private static final Option<Boolean> REMOVE =
            Option.flag(Option.NO_SHORT_NAME, "remove", "Take back all that it did");

    public static final Signature SIGNATURE =
            new Signature(
                    "quickstart",
                    "Start here",
                    "Run an example on a cluster of this machine alone",
                    List.of(),
                    List.of(DIR, REMOVE),
                    List.of(
                            """
                            Finds a Docker engine, makes it a swarm of one, starts modmon-server with an SSH endpoint on
                            127.0.0.1 and a fresh key, creates an example master repo, and deploys it. Its images are made
                            here; no registry is needed. You are asked before anything is installed.\
                            """,
                            """
                            A second run says what is there already and changes nothing. With --remove the machine is as
                            it was before.\
                            """),
                    List.of(
                            "modmon quickstart",
                            "modmon quickstart --yes --dir /tmp/example",
                            "modmon quickstart --remove"));

    private final Surroundings surroundings;
    private final Console console;

    public Quickstart(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    public ExitCode run(Input input) {
        Site site = site(input.get(CommonOptions.YES));
        Trail trail = Trail.at(site.stateFile());
        boolean json = input.get(CommonOptions.JSON);
        Path directory = directory(input, trail);
        Steps steps = steps(site, trail, directory, json);
        Narration narration = new Narration(console, json || input.get(CommonOptions.QUIET));
        if (input.get(REMOVE)) {
            new Removal(site, trail, steps.undoing(), narration).run(json);
            return ExitCode.DONE;
        }
        List<Narration.Told> told = narration.tell(steps.doing());
        ExamplePage page = new ExamplePage(trail.find(Mark.ExampleMade.class).orElseThrow().port());
        page.require();
        Ending ending = new Ending(page, directory, surroundings, told);
        if (json) {
            console.print(Json.of(ending.report()));
        } else {
            ending.lines().forEach(console::print);
        }
        return ExitCode.DONE;
    }

    private Site site(boolean yes) {
        String given = System.getProperty("modmon.dist", "");
        String variable = surroundings.environment().getOrDefault("MODMON_DIST", "");
        Path distribution = Path.of(given.isEmpty() ? variable : given).toAbsolutePath();
        return new Site(
                surroundings.home(), distribution, surroundings.environment(), console, yes);
    }

    private Path directory(Input input, Trail trail) {
        Optional<Path> wanted =
                input.get(DIR).map(dir -> surroundings.directory().resolve(dir).normalize());
        Optional<Path> made =
                trail.find(Mark.ExampleMade.class).map(mark -> Path.of(mark.directory()));
        if (wanted.isPresent() && made.isPresent() && !wanted.equals(made)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "quickstart-elsewhere",
                    "The quickstart is in '%s' already.".formatted(made.get()),
                    "Use that, or take it away with 'modmon quickstart --remove' first.");
        }
        return made.or(() -> wanted)
                .orElseGet(() -> surroundings.directory().resolve(USUAL_DIRECTORY));
    }

    /// @param undoing the server before all that it could still change
    private record Steps(List<Step> doing, List<Step> undoing) {}

    private Steps steps(Site site, Trail trail, Path directory, boolean json) {
        Engine engine = new Engine(EngineAddress.from(site.environment()));
        ExampleCluster cluster = new ExampleCluster(surroundings, directory);
        Step docker = new EngineStep(site, trail, engine);
        Step swarm = new SwarmStep(trail, engine);
        KeyStep key = new KeyStep(site, trail);
        Step server = new ServerStep(site, trail);
        Step example = new ExampleStep(site, trail, key, directory);
        Step images = new ImagesStep(site, trail, engine, cluster);
        Step stack = new StackStep(trail, engine, cluster, new Deploy(surroundings), json);
        List<Step> doing =
                new ArrayList<>(List.of(docker, swarm, key, server, example, images, stack));
        List<Step> undoing =
                new ArrayList<>(List.of(server, stack, images, example, key, swarm, docker));
        GitStep git = new GitStep(site, trail);
        if (git.matters()) {
            doing.addFirst(git);
            undoing.addLast(git);
        }
        return new Steps(List.copyOf(doing), List.copyOf(undoing));
    }
}
