package dev.modmon.server.docker;

import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.PlatformException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The engine's configs and secrets.
final class StoredFiles {
    private final EngineApi api;

    StoredFiles(EngineApi api) {
        this.api = api;
    }

    /// Those of the stack, whoever created them.
    ObservedFiles of(StackName stack) {
        return new ObservedFiles(names(stack, FileKind.CONFIG), names(stack, FileKind.SECRET));
    }

    private Set<String> names(StackName stack, FileKind kind) {
        JsonNode found =
                api.get(
                        "list the %s of stack %s".formatted(kind.words(), stack),
                        EnginePath.of(kind.words()).filtered(StackLabels.filter(stack)));
        Set<String> names = new HashSet<>();
        found.forEach(file -> names.add(Naming.within(stack, nameOf(file))));
        return names;
    }

    /// The engine's ids, by the engine's name; a name that nothing has is absent.
    Map<String, String> ids(FileKind kind, Collection<String> engineNames) {
        Map<String, String> ids = new HashMap<>();
        if (engineNames.isEmpty()) {
            return ids;
        }
        // The engine takes these for beginnings of names.
        JsonNode found =
                api.get(
                        "look up %s %s".formatted(kind.words(), String.join(", ", engineNames)),
                        EnginePath.of(kind.words())
                                .filteredByAny(Map.of("name", List.copyOf(engineNames))));
        found.forEach(file -> ids.put(nameOf(file), file.path("ID").asString("")));
        return ids;
    }

    void create(StackName stack, FileKind kind, StoredFile file) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("Name", file.engineName(stack));
        ObjectNode labels = body.putObject("Labels");
        file.labels().forEach(labels::put);
        labels.put(StackLabels.NAMESPACE, stack.value());
        byte[] content = file.content().text().getBytes(StandardCharsets.UTF_8);
        body.put("Data", Base64.getEncoder().encodeToString(content));
        if (!file.templateDriver().isEmpty()) {
            body.putObject("Templating").put("Name", file.templateDriver());
        }
        try {
            api.post(
                    "create %s '%s' of stack %s".formatted(kind.word(), file, stack),
                    EnginePath.of(kind.words(), "create"),
                    body);
        } catch (PlatformException refusal) {
            if (refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
        }
    }

    void remove(StackName stack, FileKind kind, String name) {
        String scoped = stack.scoped(name);
        Map<String, String> ids = ids(kind, List.of(scoped, name));
        String id = ids.getOrDefault(scoped, ids.get(name));
        if (id != null) {
            api.delete(
                    "remove %s '%s' of stack %s".formatted(kind.word(), name, stack),
                    EnginePath.of(kind.words(), id));
        }
    }

    private static String nameOf(JsonNode file) {
        return file.path("Spec").path("Name").asString("");
    }
}
