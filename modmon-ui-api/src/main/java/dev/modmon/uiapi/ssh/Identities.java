package dev.modmon.uiapi.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where to look for keys, in order. Nothing is read before it is its turn.
public record Identities(List<IdentitySource> sources) {
    private static final String PUBLIC = ".pub";

    public Identities {
        sources = List.copyOf(sources);
    }

    /// The usual places: the file that `MODMON_IDENTITY` names, `$MODMON_HOME/keys/`, the ssh-agent, and
    /// `~/.ssh/id_ed25519`, `id_ecdsa`, `id_rsa`.
    ///
    /// @param environment of the process
    /// @param modmonHome the client's settings directory
    /// @param userHome where `.ssh` is
    public static Identities usual(
            Map<String, String> environment, Path modmonHome, Path userHome) {
        List<IdentitySource> sources = new ArrayList<>();
        String named = environment.getOrDefault("MODMON_IDENTITY", "");
        if (!named.isEmpty()) {
            sources.add(new IdentitySource.NamedFile(Path.of(named)));
        }
        filesIn(modmonHome.resolve("keys"))
                .map(IdentitySource.UsualFile::new)
                .forEach(sources::add);
        String agent = environment.getOrDefault("SSH_AUTH_SOCK", "");
        if (!agent.isEmpty()) {
            sources.add(new IdentitySource.Agent(Path.of(agent)));
        }
        Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
                .map(userHome.resolve(".ssh")::resolve)
                .filter(Files::isRegularFile)
                .map(IdentitySource.UsualFile::new)
                .forEach(sources::add);
        return new Identities(sources);
    }

    /// These files and nothing else.
    public static Identities ofFiles(Path... files) {
        return new Identities(
                Stream.of(files).<IdentitySource>map(IdentitySource.NamedFile::new).toList());
    }

    /// Begins at the first one.
    public IdentityQueue open() {
        return new IdentityQueue(sources);
    }

    private static Stream<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(PUBLIC))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
