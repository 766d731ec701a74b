package dev.modmon.installer;

import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The built distribution at work, for one test class: a server with its door, and somebody with a key who uses
/// the command line. It takes away what it brought: processes, files, and what its projects have on the engine.
@NullMarked
final class Installation implements BeforeAllCallback, AfterAllCallback {
    static final Path DISTRIBUTION = Path.of("target/modmon").toAbsolutePath();
    static final Path EXAMPLE = Path.of("../examples/intro").toAbsolutePath().normalize();

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    /// How callers come in.
    enum Door {
        EMBEDDED,
        OPENSSH
    }

    private final Door door;
    private final List<String> projects = new CopyOnWriteArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private @Nullable Path directory;
    private @Nullable SshServer sshServer;

    /// Where clients connect.
    record SshServer(int port, String user, String hostKey) {}

    private Installation(Door door) {
        this.door = door;
    }

    static Installation with(Door door) {
        return new Installation(door);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("modmon-installation");
        Files.createDirectories(keys());
        SshKeyPair key = SshKeyPair.generate();
        key.write(key(), "admin");
        Path admins = directory().resolve("state/admins");
        Files.createDirectories(
                admins,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(keys().resolve("admin.pub"), admins.resolve("admin"));
        sshServer =
                switch (door) {
                    case EMBEDDED -> startWithEmbeddedDoor();
                    case OPENSSH -> startBehindOpenSsh();
                };
    }

    private SshServer startWithEmbeddedDoor() {
        JsonNode server = startServer("--modmon.ssh.port=free");
        return new SshServer(
                server.get("sshPort").intValue(), "modmon", server.get("hostKey").stringValue());
    }

    private SshServer startBehindOpenSsh() throws IOException {
        Path authorizedKeys = directory().resolve("authorized_keys");
        startServer("--modmon.ssh.port=0", "--modmon.door.authorized-keys=" + authorizedKeys);
        Path hostKey = directory().resolve("host_key");
        SshKeyPair pair = SshKeyPair.generate();
        pair.write(hostKey, "host");
        int port = Programs.freePorts(1).getFirst();
        Path configuration = directory().resolve("sshd_config");
        Files.writeString(
                configuration,
                """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                SetEnv SHLVL=1
                """
                        .formatted(port, hostKey, authorizedKeys));
        String sshd = System.getenv().getOrDefault("MODMON_TEST_SSHD", "/usr/sbin/sshd");
        Process process =
                programs()
                        .start(
                                directory().resolve("sshd.log"),
                                List.of(sshd, "-D", "-e", "-f", configuration.toString()));
        processes.add(process);
        Programs.await("sshd listens", STARTS_WITHIN, () -> log("sshd.log").contains("listening"));
        return new SshServer(port, System.getProperty("user.name"), pair.publicKey().line());
    }

    /// Starts the server, and reads what it says about itself once it answers.
    private JsonNode startServer(String... more) {
        List<String> command = new ArrayList<>();
        command.add(DISTRIBUTION.resolve("bin/modmon-server").toString());
        command.add("--modmon.state=" + directory().resolve("state"));
        command.add("--modmon.api.port=" + Programs.freePorts(1).getFirst());
        command.addAll(List.of(more));
        Process process = programs().start(directory().resolve("server.log"), command);
        processes.add(process);
        Path file = directory().resolve("state/server.json");
        Programs.await(
                "the server answers",
                STARTS_WITHIN,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The server ended: " + log("server.log"));
                    }
                    return Files.exists(file);
                });
        return JsonMapper.shared().readTree(file);
    }

    SshServer sshServer() {
        if (sshServer == null) {
            throw new IllegalStateException("The installation was not started.");
        }
        return sshServer;
    }

    /// The private key of whoever uses the command line.
    Path key() {
        return keys().resolve("admin");
    }

    /// A new and empty master repo, whose project has a name that nobody else has.
    MasterRepo newRepo() {
        String project = "sys-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        projects.add(project);
        MasterRepo repo =
                new MasterRepo(directory().resolve("repos").resolve(project), project, programs());
        repo.write(".gitignore", "docker-stack.yaml\n.modmon/secrets/\n");
        writeCluster(repo, sshServer());
        return repo;
    }

    static void writeCluster(MasterRepo repo, SshServer at) {
        repo.write(
                ".modmon/clusters/test.yaml",
                """
                nodes:
                  - host: 127.0.0.1
                    port: %d
                    user: %s
                    host-keys: ["%s"]
                """
                        .formatted(at.port(), at.user(), at.hostKey()));
    }

    Run modmon(MasterRepo repo, String... words) {
        return modmon(repo, Map.of(), words);
    }

    Run modmon(MasterRepo repo, Map<String, String> more, String... words) {
        return programs(more).run(modmonCommand(repo, words));
    }

    static List<String> modmonCommand(MasterRepo repo, String... words) {
        List<String> command = new ArrayList<>();
        command.add(DISTRIBUTION.resolve("bin/modmon").toString());
        command.addAll(List.of("-C", repo.root().toString()));
        command.addAll(Arrays.asList(words));
        return command;
    }

    /// Runs Docker's own client.
    Run docker(String... words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(words));
        return programs().run(command).expectExit(0);
    }

    Programs programs() {
        return programs(Map.of());
    }

    private Programs programs(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", directory().toString());
        environment.put("MODMON_HOME", directory().resolve("home").toString());
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_%s_NAME".formatted(role), "Test");
            environment.put("GIT_%s_EMAIL".formatted(role), "test@localhost");
        }
        environment.putAll(more);
        return new Programs(directory(), environment);
    }

    private String log(String name) {
        try {
            return Files.readString(directory().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path keys() {
        return directory().resolve("home/keys");
    }

    private Path directory() {
        if (directory == null) {
            throw new IllegalStateException("The installation was not started.");
        }
        return directory;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        try {
            projects.forEach(project -> remove("service", project));
            projects.forEach(this::removeRest);
        } finally {
            processes.reversed().forEach(Programs::stop);
            deleteFiles();
        }
    }

    private void removeRest(String project) {
        Programs.await(
                "no container of %s is left".formatted(project),
                ENDS_WITHIN,
                () -> named("container", project, "--all").isEmpty());
        Programs.await(
                "no network of %s is left".formatted(project),
                ENDS_WITHIN,
                () -> {
                    remove("network", project);
                    return named("network", project).isEmpty();
                });
        remove("volume", project);
    }

    private void remove(String kind, String project) {
        List<String> found = named(kind, project);
        if (!found.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("docker", kind, "rm"));
            command.addAll(found);
            programs().run(command); // what is in use still, or gone already, is looked for again
        }
    }

    private List<String> named(String kind, String project, String... more) {
        List<String> words = new ArrayList<>(List.of(kind, "ls", "--quiet"));
        words.addAll(List.of(more));
        words.addAll(List.of("--filter", "name=" + project + "-"));
        return docker(words.toArray(String[]::new)).out().lines().toList();
    }

    private void deleteFiles() throws IOException {
        try (Stream<Path> files = Files.walk(directory())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
