package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.cluster.ClusterAccess;
import dev.modmon.cli.console.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What a command finds around itself.
///
/// @param environment variables of the process
/// @param directory where the user is, unless `-C` says otherwise
public record Surroundings(
        Console console,
        Map<String, String> environment,
        Path directory,
        ClusterAccess clusters,
        Clock clock) {
    /// The same in another folder.
    public Surroundings in(Path other) {
        return new Surroundings(
                console, environment, directory.resolve(other).normalize(), clusters, clock);
    }

    /// Where a command works.
    public Path directory(Input input) {
        return input.get(CommonOptions.DIRECTORY)
                .map(directory::resolve)
                .map(Path::normalize)
                .orElse(directory);
    }

    /// The client's settings directory.
    public Path home() {
        return homeIn(environment);
    }

    public static Path homeIn(Map<String, String> environment) {
        String home = environment.getOrDefault("MODMON_HOME", "");
        return home.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".modmon")
                : Path.of(home).toAbsolutePath();
    }
}
