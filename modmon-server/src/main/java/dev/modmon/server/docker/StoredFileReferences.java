package dev.modmon.server.docker;

import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.PlatformException.Kind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How the spec of a service names configs and secrets: by name and by the engine's id.
final class StoredFileReferences {
    private final Stack stack;
    private final Map<FileKind, Map<String, String>> ids;

    private StoredFileReferences(Stack stack, Map<FileKind, Map<String, String>> ids) {
        this.stack = stack;
        this.ids = ids;
    }

    /// Asks the engine for the ids of everything that these services get.
    static StoredFileReferences lookUp(
            Stack stack, Collection<ServiceSpec> services, StoredFiles files) {
        StoredFileReferences references =
                new StoredFileReferences(stack, new EnumMap<>(FileKind.class));
        for (FileKind kind : FileKind.values()) {
            TreeSet<String> names = new TreeSet<>();
            for (ServiceSpec service : services) {
                service.container()
                        .files()
                        .grants(kind)
                        .forEach(grant -> names.addAll(references.candidates(kind, grant)));
            }
            references.ids.put(kind, files.ids(kind, names));
        }
        return references;
    }

    /// For services that get nothing.
    static StoredFileReferences none(Stack stack) {
        return new StoredFileReferences(stack, new HashMap<>());
    }

    ArrayNode references(FileKind kind, List<FileGrant> grants) {
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        grants.forEach(grant -> references.add(reference(kind, grant)));
        return references;
    }

    private ObjectNode reference(FileKind kind, FileGrant grant) {
        Map<String, String> known = ids.getOrDefault(kind, Map.of());
        String name =
                candidates(kind, grant).stream()
                        .filter(known::containsKey)
                        .findFirst()
                        .orElseThrow(() -> missing(kind, grant));
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        reference
                .putObject("File")
                .put("Name", grant.target())
                .put("UID", grant.uid())
                .put("GID", grant.gid())
                .put("Mode", grant.mode());
        String prefix = kind == FileKind.CONFIG ? "Config" : "Secret";
        return reference.put(prefix + "ID", known.get(name)).put(prefix + "Name", name);
    }

    /// What is not in the stack any more, such as what runs now, may have either name.
    private List<String> candidates(FileKind kind, FileGrant grant) {
        return stack.files(kind).stream()
                .filter(file -> file.storedName().equals(grant.source()))
                .map((StoredFile file) -> file.engineName(stack.name()))
                .findFirst()
                .map(List::of)
                .orElseGet(() ->
                        List.of(
                                Naming.SCOPED.engineName(stack.name(), grant.source()),
                                grant.source()));
    }

    private static PlatformException missing(FileKind kind, FileGrant grant) {
        return new PlatformException(
                Kind.NOT_FOUND,
                "There is no %s '%s' on the engine. Create it with 'docker %s create %s FILE', or declare its content."
                        .formatted(kind.word(), grant.source(), kind.word(), grant.source()));
    }
}
