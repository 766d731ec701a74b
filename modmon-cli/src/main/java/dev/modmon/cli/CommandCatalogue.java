package dev.modmon.cli;

import dev.modmon.cli.catalogue.Action;
import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.command.Compile;
import dev.modmon.cli.command.Deploy;
import dev.modmon.cli.command.Env;
import dev.modmon.cli.command.Help;
import dev.modmon.cli.command.Import;
import dev.modmon.cli.command.Logs;
import dev.modmon.cli.command.Plan;
import dev.modmon.cli.command.Releases;
import dev.modmon.cli.command.Rollback;
import dev.modmon.cli.command.Status;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.command.Validate;
import dev.modmon.cli.command.Version;
import dev.modmon.cli.project.OnlyCluster;
import dev.modmon.cli.quickstart.Quickstart;
import dev.modmon.cli.scaffold.AddDatabase;
import dev.modmon.cli.scaffold.AddEnvironment;
import dev.modmon.cli.scaffold.AddRepo;
import dev.modmon.cli.scaffold.AddService;
import dev.modmon.cli.scaffold.AddUser;
import dev.modmon.cli.scaffold.Init;

/// All commands there are. A command is made when it runs, so that one that does not run costs nothing.
public final class CommandCatalogue {
    private CommandCatalogue() {}

    public static Catalogue of(Surroundings here) {
        Catalogue catalogue = new Catalogue();
        return catalogue
                .add(Quickstart.SIGNATURE, input -> new Quickstart(here).run(input))
                .add(Init.SIGNATURE, input -> new Init(here).run(input))
                .add(Import.SIGNATURE, input -> new Import(here).run(input))
                .add(AddService.SIGNATURE, input -> new AddService(here).run(input))
                .add(AddDatabase.SIGNATURE, input -> new AddDatabase(here).run(input))
                .add(AddRepo.SIGNATURE, input -> new AddRepo(here).run(input))
                .add(AddEnvironment.SIGNATURE, input -> new AddEnvironment(here).run(input))
                .add(AddUser.SIGNATURE, input -> new AddUser(here).run(input))
                .add(Validate.SIGNATURE, input -> new Validate(here).run(input))
                .add(Env.SIGNATURE, input -> new Env(here).run(input))
                .add(Compile.SIGNATURE, input -> new Compile(here).run(input))
                .add(Plan.SIGNATURE, onCluster(here, input -> new Plan(here).run(input)))
                .add(Deploy.SIGNATURE, onCluster(here, input -> new Deploy(here).run(input)))
                .add(Status.SIGNATURE, onCluster(here, input -> new Status(here).run(input)))
                .add(Logs.SIGNATURE, onCluster(here, input -> new Logs(here).run(input)))
                .add(Releases.SIGNATURE, onCluster(here, input -> new Releases(here).run(input)))
                .add(Rollback.SIGNATURE, onCluster(here, input -> new Rollback(here).run(input)))
                .add(Help.SIGNATURE, input -> new Help(here.console(), catalogue).run(input))
                .add(Version.SIGNATURE, input -> new Version(here.console()).run(input));
    }

    /// Reading the project and connecting to the cluster go side by side.
    private static Action onCluster(Surroundings here, Action action) {
        return input -> {
            here.clusters().expect(() -> OnlyCluster.of(here.directory(input)));
            return action.run(input);
        };
    }
}
