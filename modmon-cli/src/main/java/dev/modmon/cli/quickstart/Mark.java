package dev.modmon.cli.quickstart;

import java.util.List;

/// Something that the quickstart did to the machine, kept until it is undone.
sealed interface Mark {
    /// Git came from the distribution's packages.
    ///
    /// @param packages those that were not installed before
    record GitInstalled(List<String> packages) implements Mark {}

    /// The engine came from the distribution's packages.
    ///
    /// @param packages those that were not installed before
    /// @param files that the engine keeps its data in, and that were not there before
    /// @param group whether a group for its users came with it
    record EngineInstalled(List<String> packages, List<String> files, boolean group)
            implements Mark {}

    /// The engine was started.
    ///
    /// @param units of systemd that run for it and did not run before; none where it is a process of its own
    /// @param network what it will change
    record EngineStarted(List<String> units, NetworkBefore network) implements Mark {}

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
