package dev.modmon.cli.console;

/// Port: tells a command that the user pressed Ctrl-C.
@FunctionalInterface
public interface Interrupts {
    /// From now on, and until the registration is closed, Ctrl-C says this farewell. A one-shot process ends then; in
    /// the interactive session only the command does.
    Registration onInterrupt(Runnable farewell);

    /// Something that ends.
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// Ends the process as the JVM does it on SIGINT, with exit code 130, after the farewell.
    static Interrupts ofProcess() {
        return farewell -> {
            Thread hook = new Thread(farewell, "farewell");
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException shuttingDown) {
                    // Then the farewell is being said already.
                }
            };
        };
    }
}
