package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/// A blank Debian machine of the testbed, with this checkout on it and nothing else.
@NullMarked
final class Node implements AutoCloseable {
    static final String CHECKOUT = "/root/modmon";

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final String name;
    private final Programs programs;

    private Node(String name, Programs programs) {
        this.name = name;
        this.programs = programs;
    }

    /// @param suite `bookworm` or `trixie`
    static Node start(String suite) {
        String name =
                suite + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Map<String, String> testbed = new HashMap<>(System.getenv());
        testbed.keySet().removeIf(variable -> !variable.startsWith("MODMON_TESTBED_"));
        Node node = new Node(name, new Programs(ROOT, testbed, LONGEST));
        node.testbed("up", name, suite);
        node.shell("mkdir " + CHECKOUT);
        return node;
    }

    private void testbed(String... words) {
        List<String> command = new ArrayList<>(List.of("bin/testbed", "node"));
        command.addAll(Arrays.asList(words));
        programs.run(command).expectExit(0);
    }

    /// The sources, as git knows them.
    Node withSources() {
        copy("git ls-files -z --cached --others --exclude-standard | tar -c --null -T -");
        return this;
    }

    /// The distribution as well, so that nothing has to be built.
    Node withDistribution() {
        withSources();
        copy("tar -c modmon-installer/target/modmon");
        shell(
                "cd %s && root=$PWD && . bin/lib/build.sh && build_begin && build_end"
                        .formatted(CHECKOUT));
        return this;
    }

    private void copy(String tar) {
        programs.run(
                        "sh",
                        "-c",
                        "%s | docker exec -i modmon-%s tar -x --no-same-owner -C %s"
                                .formatted(tar, name, CHECKOUT))
                .expectExit(0);
    }

    /// Runs a program as root in the checkout; nobody is there to answer questions.
    Run run(String... words) {
        return programs.run(command("root", words));
    }

    Run runAs(String user, String... words) {
        return programs.run(command(user, words));
    }

    /// Starts it, to be killed.
    Process begin(Path log, String... words) {
        return programs.start(log, command("root", words));
    }

    private List<String> command(String user, String... words) {
        List<String> command = new ArrayList<>(List.of("docker", "exec", "--user", user));
        command.addAll(List.of("--workdir", CHECKOUT, "modmon-" + name));
        command.addAll(Arrays.asList(words));
        return command;
    }

    /// What a shell prints, which has to succeed.
    String shell(String script) {
        return programs.run("docker", "exec", "modmon-" + name, "sh", "-c", script)
                .expectExit(0)
                .out()
                .strip();
    }

    /// Runs a command line in a terminal where somebody types an answer.
    Run answering(String answer, String commandLine) {
        return run(
                "sh",
                "-c",
                "echo %s | script --quiet --return --command '%s' /dev/null"
                        .formatted(answer, commandLine));
    }

    /// What this machine looks like. Equal pictures: nothing was changed that a user could find.
    SortedSet<String> picture() {
        try (InputStream script = Node.class.getResourceAsStream("picture.sh")) {
            if (script == null) {
                throw new IllegalStateException("picture.sh is missing.");
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return new TreeSet<>(shell(text).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Processes may end by themselves; everything else has to be as it was.
    void expectPicture(SortedSet<String> before) {
        SortedSet<String> after = picture();
        SortedSet<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        gone.removeIf(thing -> thing.startsWith("process "));
        after.removeAll(before);
        assertThat(after).as("new on %s", name).isEmpty();
        assertThat(gone).as("gone from %s", name).isEmpty();
    }

    /// What a browser gets from this machine.
    String page(int port) {
        String address =
                programs.run(
                                "docker",
                                "inspect",
                                "--format",
                                "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
                                "modmon-" + name)
                        .expectExit(0)
                        .out()
                        .strip();
        URI page = URI.create("http://%s:%d/".formatted(address, port));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + page, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        testbed("down", name);
    }
}
