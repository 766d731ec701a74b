package dev.modmon.cli.quickstart;

import java.util.List;

/// Something that the quickstart did to the machine, kept until it is undone.
sealed interface Mark {
    /// The engine came from the distribution's packages.
    ///
    /// @param packages those that were not installed before
    /// @param folders that the engine keeps its data in, and that were not there before
    record EngineInstalled(List<String> packages, List<String> folders) implements Mark {}

    /// The engine was started by systemd.
    record EngineUnitStarted(String unit) implements Mark {}

    /// The engine was started as a process of its own.
    record EngineProcessStarted(BackgroundProcess process) implements Mark {}

    /// The engine was made a swarm.
    record SwarmMade() implements Mark {}

    /// A key to log in with.
    record KeyMade(String file) implements Mark {}

    /// The server runs, or ran.
    record ServerStarted(BackgroundProcess process, int apiPort, int sshPort, String hostKey)
            implements Mark {}

    /// The example master repo.
    ///
    /// @param commit its only one
    /// @param port where the page is served
    record ExampleMade(String directory, String commit, int port) implements Mark {}

    /// Images of the example, with their tags.
    record ImagesLoaded(List<String> names) implements Mark {}

    /// The example runs, or ran.
    record StackDeployed(String stack) implements Mark {}
}
