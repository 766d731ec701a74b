package dev.modmon.cli.shell;

import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.UsageFailure;
import java.util.function.Function;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.ShellRunner;

/// Starts a session and stays until it ends.
public final class InteractiveShell {
    private final Surroundings here;
    private final Function<Surroundings, Catalogue> commands;

    /// @param commands the catalogue for the session's own console and connections
    public InteractiveShell(Surroundings here, Function<Surroundings, Catalogue> commands) {
        this.here = here;
        this.commands = commands;
    }

    public ExitCode run() {
        if (!here.console().canAsk()) {
            throw new UsageFailure(
                    "A command is missing, and there is no terminal for an interactive session.",
                    "'modmon help' lists the commands.");
        }
        try (ConfigurableApplicationContext context = application().run()) {
            context.getBean(ShellRunner.class).run(new String[0]);
            return ExitCode.DONE;
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new Failure(
                    ExitCode.FAILED,
                    "session",
                    "The interactive session broke off: %s.".formatted(failed.getMessage()),
                    "",
                    failed);
        }
    }

    private SpringApplication application() {
        // The session may be started inside anybody's project: nothing there is for us, and nothing
        // of Boot's own
        // belongs on the screen.
        System.setProperty("spring.config.location", "optional:classpath:/modmon/");
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SpringApplication application = new SpringApplication(ShellConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setAddConversionService(false);
        application.addInitializers(this::register);
        return application;
    }

    private void register(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(SessionStart.class, () -> new SessionStart(here, commands));
    }
}
