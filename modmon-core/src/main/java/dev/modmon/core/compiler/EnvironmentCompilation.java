package dev.modmon.core.compiler;

import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackSecrets;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.composition.ComposedText;
import dev.modmon.core.composition.Composition;
import dev.modmon.core.composition.UndefinedVariables;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// One environment on its way to a stack, or to a document of plain Compose.
final class EnvironmentCompilation {
    private final Project project;
    private final EnvironmentDocument environment;
    private final Composition composition;
    private final Diagnostics diagnostics;

    EnvironmentCompilation(
            Project project,
            EnvironmentDocument environment,
            UndefinedVariables undefined,
            Diagnostics diagnostics) {
        this.project = project;
        this.environment = environment;
        this.composition = environment.compose(undefined);
        this.diagnostics = diagnostics;
    }

    CompiledStack stack() {
        List<DraftService> drafts =
                composition.section("services").entries().stream().map(this::draft).toList();
        Stack stack = new StackLinker(declared(), diagnostics).link(environment.name(), drafts);
        drafts.forEach(environment.databases()::checkVolume);
        environment.secrets().reportClashes(project.place(), diagnostics);
        return new CompiledStack(
                stack,
                environment.secrets().used(StackSecrets.variables(stack)),
                VariableOrigins.in(composition.section("services")));
    }

    private StackLinker.Declared declared() {
        DeclaredResources declared = new DeclaredResources(environment.name(), diagnostics);
        return new StackLinker.Declared(
                declared.networks(composition.section("networks")),
                declared.volumes(composition.section("volumes")),
                files(FileKind.CONFIG),
                files(FileKind.SECRET));
    }

    private SortedMap<String, StoredFile> files(FileKind kind) {
        return new StoredFilesDecoder(
                        kind,
                        environment.name(),
                        environment.files(),
                        environment::variable,
                        diagnostics)
                .decode(composition.section(kind.words()));
    }

    private DraftService draft(Entry service) {
        ServiceName name = new ServiceName(service.key());
        return new ServiceDecoder(environment.images(), diagnostics)
                .decode(
                        new ServiceDefinition(name, service.place(), (YamlMapping) service.value()),
                        environment.databases().hasAny(name));
    }

    CompiledDocument document() {
        for (Entry service : composition.section("services").entries()) {
            environment.images().checkThere(service);
        }
        environment.secrets().reportClashes(project.place(), diagnostics);
        SortedSet<String> placeholders = new TreeSet<>();
        collect(composition.document(), placeholders);
        return new CompiledDocument(
                environment.name(), composition, environment.secrets().used(placeholders));
    }

    private static void collect(YamlNode node, SortedSet<String> placeholders) {
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach(entry -> collect(entry.value(), placeholders));
        } else if (node instanceof YamlSequence list) {
            list.items().forEach(item -> collect(item, placeholders));
        } else if (node instanceof YamlScalar scalar && ComposedText.isSecret(scalar)) {
            placeholders.addAll(StackSecrets.variables(VariablesDecoder.value(scalar)));
        }
    }
}
