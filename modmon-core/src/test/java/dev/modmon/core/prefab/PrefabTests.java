package dev.modmon.core.prefab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.StackCompiler;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.edit.EditableYaml;
import dev.modmon.core.edit.YamlFragment;
import dev.modmon.core.edit.YamlPath;
import dev.modmon.core.key.SampleKeys;
import dev.modmon.core.prefab.Prefab.Kind;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.MemoryTree;
import dev.modmon.core.validation.MasterRepo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrefabTests {
    private static final EnvironmentName STAGING = new EnvironmentName("staging");
    private static final ServiceName NAME = new ServiceName("my-thing");

    private static final String PROJECT =
            """
            version: 1.0
            environments:
              staging:
            repos:
              shop:
                image: shop:{tag}
                services:
                  shop:
                    healthcheck:
                      test: [CMD, 'true']
            """;

    private static final String ONE_NODE =
            """
            nodes:
              - host: 127.0.0.1
                host-keys: [%s]
            """
                    .formatted(SampleKeys.file("ed25519").strip());

    private static MemoryTree repo(EditableYaml project, List<String> variables) {
        return new MemoryTree()
                .with(Project.FILE, project.text())
                .with(".env/staging.env", String.join("\n", variables) + "\n")
                .with(".modmon/clusters/one.yaml", ONE_NODE);
    }

    private static EditableYaml with(ServiceDraft draft, YamlPath at) {
        EditableYaml project = EditableYaml.of(Project.FILE, PROJECT).add(at, draft.service());
        for (String volume : draft.volumes()) {
            project = project.add(YamlPath.of("swarm", "volumes", volume), YamlFragment.nothing());
        }
        return project;
    }

    private static CompiledStack compile(MemoryTree tree) {
        Diagnostics diagnostics = new Diagnostics();
        MasterRepo repo = MasterRepo.load(tree, diagnostics).orElseThrow();
        repo.check(new ProjectName("demo"), List.of(STAGING), diagnostics);
        var compiled =
                new StackCompiler(tree, diagnostics)
                        .compile(
                                repo.project(),
                                new ProjectName("demo"),
                                STAGING,
                                ImageTags.notKnownYet());
        assertThat(diagnostics.all()).isEmpty();
        return compiled.orElseThrow();
    }

    private static ServiceSpec service(CompiledStack compiled) {
        return compiled.stack().service(NAME).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Prefab.class)
    void isAServiceThatCanRunByItself(Prefab prefab) {
        ServiceDraft draft = prefab.alone(NAME);
        YamlPath at =
                prefab.kind() == Kind.APP
                        ? YamlPath.of("repos", "shop", "services", NAME.value())
                        : YamlPath.of("swarm", "services", NAME.value());

        ServiceSpec service = service(compile(repo(with(draft, at), draft.variables())));

        assertThat(service.container().healthcheck()).isNotNull();
        assertThat(service.deploy().resources().limitMemory()).isPositive();
        assertThat(prefab.summary()).isNotBlank().doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource(
            value = Prefab.class,
            names = {"POSTGRES", "MYSQL", "MARIADB", "MONGODB", "REDIS", "MEMCACHED"})
    void holdsDatabases(Prefab prefab) {
        ServiceDraft draft = prefab.service(NAME);
        EditableYaml project =
                with(draft, YamlPath.of("swarm", "services", NAME.value()))
                        .add(
                                YamlPath.of("databases", "app_db"),
                                YamlFragment.of(
                                        "type: %s\nservice: %s\nusers: {app_user: {access: full}}"
                                                .formatted(prefab, NAME)));

        service(compile(repo(project, List.of("DB_HOST={{DB['app_db'].HOST}}"))));
    }

    @Test
    void makesVariableNamesOfServiceNames() {
        assertThat(Prefab.variable("my-cache.v2")).isEqualTo("MY_CACHE_V2");
        assertThat(Prefab.variable("2nd")).isEqualTo("_2ND");
        assertThat(Prefab.REDIS.service(new ServiceName("my-cache")).variables())
                .containsExactly(
                        "MY_CACHE_HOST={{SERVICES['my-cache'].HOST}}",
                        "MY_CACHE_PORT={{SERVICES['my-cache'].PORT}}");
    }

    @Test
    void isFoundByItsName() {
        assertThat(Prefab.of("postgres")).contains(Prefab.POSTGRES);
        assertThat(Prefab.of("oracle")).isEmpty();
        assertThat(Prefab.names(Kind.APP)).containsExactly("web", "worker");
    }
}
