package dev.modmon.server;

import dev.modmon.server.state.StateInUseException;
import dev.modmon.uiapi.ssh.SshSecurity;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;

/// `modmon-server`: starts the daemon and stays until it is told to stop.
public final class ModmonServer {
    private static final int FAILED = 1;

    private ModmonServer() {}

    public static void main(String[] arguments) {
        try {
            start(arguments);
        } catch (RuntimeException e) {
            String told = tellable(e);
            if (told == null) {
                e.printStackTrace();
            } else {
                System.err.println("modmon-server: " + told);
            }
            System.exit(FAILED);
        }
    }

    /// Starts a server in this process; closing what it answers stops it.
    public static AutoCloseable start(String... arguments) {
        return application().run(arguments);
    }

    /// Tomcat logs through java.util.logging.
    private static void logInOnePlace() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
    }

    /// @param more further configuration classes; their beans replace those of the same name
    static SpringApplication application(Class<?>... more) {
        SshSecurity.install();
        logInOnePlace();
        // A server started inside somebody's project must not take that project's files for its
        // own.
        System.setProperty("spring.config.location", "classpath:/");
        // Boot's own set-up of logging looks for more files; logback.xml says it all.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.addPrimarySources(List.of(more));
        application.setAllowBeanDefinitionOverriding(more.length > 0);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setAddConversionService(false);
        return application;
    }

    /// What whoever starts the server can do something about, in one line.
    private static @Nullable String tellable(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case StateInUseException used -> {
                    return used.getMessage();
                }
                case PortInUseException port -> {
                    return "Port %d of 127.0.0.1 is taken. Choose another with --modmon.api.port=PORT."
                            .formatted(port.getPort());
                }
                case IllegalArgumentException wrong
                        when !(failure instanceof BeanCreationException)
                                || wrong.getCause() == null -> {
                    return wrong.getMessage();
                }
                default -> {}
            }
        }
        return null;
    }
}
