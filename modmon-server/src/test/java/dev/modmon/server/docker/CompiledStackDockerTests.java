package dev.modmon.server.docker;

import static dev.modmon.server.docker.TestEngine.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.StackCompiler;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackFile;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StackSecrets;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.ProjectReader;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.source.DirectoryTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A compiled file is worth as much to plain docker as to Modmon: what docker deploys from it needs no change. No task
/// runs: there are no replicas, or no node for them.
class CompiledStackDockerTests {
    private static final String MODMON =
            """
            environments:
              %1$s:
                url: https://shop.example
            repos:
              app:
                image: %2$s:{tag}
                services:
                  web:
                    command: serve --name "two words" 5$$
                    entrypoint: /bin/sh -c
                    environment: [COST=5$$, EMPTY=, "LINES=a: b # c"]
                    ports: [8080, "%3$d:81"]
                    volumes: [data:/data, "data:/ro:ro", /anonymous, /tmp:/host:ro]
                    tmpfs: /run
                    networks: {default: {aliases: [www, front]}, inside: }
                    depends_on: {db: {condition: service_healthy}}
                    labels: [b=2, "a=Host(`{{URL}}`) $$"]
                    healthcheck: {test: curl -f localhost, interval: 90s, timeout: 1s500ms, retries: 2}
                    restart: on-failure:3
                    mem_limit: 64m
                    cpus: 0.5
                    pids_limit: 100
                    user: 1000:1000
                    working_dir: /srv
                    hostname: web-host
                    stop_signal: SIGINT
                    stop_grace_period: 1m30s
                    init: true
                    read_only: true
                    tty: true
                    stdin_open: true
                    extra_hosts: ["z.example:10.0.0.2", "a.example=10.0.0.1"]
                    dns: [8.8.8.8, 1.1.1.1]
                    dns_search: example.org
                    cap_add: [sys_time, NET_ADMIN]
                    cap_drop: [CHOWN, MKNOD, NET_ADMIN]
                    sysctls: {net.core.somaxconn: 1024}
                    logging: {driver: json-file, options: {max-size: 10m}}
                    deploy:
                      replicas: 0
                      labels: {team: a $$ b}
                      placement:
                        constraints: [node.role == manager, "node.labels.z!=1"]
                        preferences: [{spread: node.labels.zone}]
                        max_replicas_per_node: 3
                  worker:
                    deploy: {replicas: 0}
            swarm:
              services:
                db:
                  image: %2$s:v1
                  volumes: [pg:/var/lib/postgresql/data]
                  deploy: {replicas: 0, endpoint_mode: dnsrr}
                agent:
                  image: %2$s:v1
                  healthcheck: {disable: true}
                  restart: "no"
                  init: false
                  ports: [{target: 90, published: 9090, mode: host}]
                  deploy:
                    mode: global
                    placement: {constraints: [node.labels.never == 1]}
                    resources: {reservations: {cpus: "0.25", memory: 32M}}
                    update_config: {parallelism: 0, delay: 1s, failure_action: continue, monitor: 9s, max_failure_ratio: 0.25}
                    rollback_config: {parallelism: 2, delay: 2s, monitor: 8s}
              networks:
                inside: {internal: true, attachable: true}
              volumes: {data: , pg: }
            databases:
              shop: {type: postgres, service: db, users: {shop: {access: full}}}
            """;
    private static final String ENV =
            """
            APP_ENV={{ENV}}
            TAG={{TAG}}
            TOKEN=Bearer {{SECRETS['api-token']}} for 5$
            DATABASE={{DB['shop'].USER}}:{{DB['shop'].PASS}}@{{DB['shop'].HOST}}
            """;

    @RegisterExtension final TestEngine testbed = new TestEngine();

    @TempDir Path folder;

    private final StackName name = testbed.newStack();

    @Test
    void whatPlainDockerDeployedNeedsNoChange() throws Exception {
        CompiledStack compiled = compile();
        Map<String, String> secrets =
                compiled.secrets().stream()
                        .collect(
                                Collectors.toMap(
                                        secret -> secret.placeholder(),
                                        secret -> "s3$cret of " + secret.placeholder()));

        deployWithDocker(compiled.stack(), secrets);

        Stack wanted = StackSecrets.resolve(compiled.stack(), secrets);
        assertThat(testbed.runner().plan(wanted).steps()).isEmpty();
    }

    private CompiledStack compile() throws Exception {
        String image = app("v1").substring(0, app("v1").lastIndexOf(':'));
        int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
        Files.createDirectories(folder.resolve(".modmon"));
        Files.createDirectories(folder.resolve(".env"));
        Files.writeString(
                folder.resolve(".modmon/modmon.yaml"),
                MODMON.formatted(name.environment(), image, port));
        Files.writeString(folder.resolve(".env/" + name.environment() + ".env"), ENV);
        Diagnostics diagnostics = new Diagnostics();
        CompiledStack compiled =
                new ProjectReader(new DirectoryTree(folder), diagnostics)
                        .read()
                        .flatMap(project ->
                                new StackCompiler(new DirectoryTree(folder), diagnostics)
                                        .compile(
                                                project,
                                                name.project(),
                                                name.environment(),
                                                ImageTags.of(
                                                        Map.of(
                                                                new RepoName("app"),
                                                                new ImageTag("v2")))))
                        .orElseThrow();
        diagnostics.throwIfErrors();
        return compiled;
    }

    private void deployWithDocker(Stack stack, Map<String, String> secrets) throws Exception {
        Path file = folder.resolve(StackFile.PATH);
        Files.writeString(
                file, StackFile.write(stack, new StackFile.Origin("none", new TreeMap<>())));
        Path output = folder.resolve("output.txt");
        ProcessBuilder docker =
                new ProcessBuilder("docker", "stack", "deploy", "-c", file.toString(), name.value())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        docker.environment().putAll(secrets);
        assertThat(docker.start().waitFor()).as(Files.readString(output)).isZero();
    }
}
