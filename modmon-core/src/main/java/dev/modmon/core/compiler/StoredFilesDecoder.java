package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decodes the configs, or the secrets, that are declared at the top level.
final class StoredFilesDecoder {
    private static final List<String> SOURCES = List.of("file", "content", "environment");

    private final FileKind kind;
    private final StackName stack;
    private final SourceTree files;
    private final Function<String, Optional<EnvValue>> variables;
    private final Diagnostics diagnostics;

    /// @param files of the master repo
    /// @param variables of the environment, by name
    StoredFilesDecoder(
            FileKind kind,
            StackName stack,
            SourceTree files,
            Function<String, Optional<EnvValue>> variables,
            Diagnostics diagnostics) {
        this.kind = kind;
        this.stack = stack;
        this.files = files;
        this.variables = variables;
        this.diagnostics = diagnostics;
    }

    /// By the name that services use.
    SortedMap<String, StoredFile> decode(YamlMapping declared) {
        SortedMap<String, StoredFile> decoded = new TreeMap<>();
        for (Entry entry : declared.entries()) {
            decode(entry).ifPresent(file -> decoded.put(entry.key(), file));
        }
        return decoded;
    }

    /// A file's text, and where in the master repo it is; the path is empty when it is in no file.
    private record Content(EnvValue value, String path) {}

    private MappingType type() {
        return switch (kind) {
            case CONFIG -> ComposeSpecification.CONFIG;
            case SECRET -> ComposeSpecification.SECRET;
        };
    }

    private Optional<StoredFile> decode(Entry entry) {
        String owner = "%s '%s'".formatted(kind.word(), entry.key());
        YamlMapping mapping = YamlFields.mappingOf(entry.value(), owner, diagnostics);
        YamlFields fields = YamlFields.of(mapping, owner, diagnostics);
        DeclaredName name = DeclaredName.of(entry.key(), fields, stack);
        SortedMap<String, String> labels =
                new UnitFields(fields, owner, diagnostics).texts("labels");
        String templateDriver = fields.text("template_driver").map(Located::value).orElse("");
        new SwarmCheck(diagnostics).check(mapping, type(), owner);
        Optional<Content> content =
                name.naming().isExternal() ? Optional.empty() : content(fields, owner);
        if (name.naming().isExternal()) {
            return Optional.of(StoredFile.external(name.name()));
        }
        Optional<StoredFile> file =
                content.map(it ->
                        StoredFile.own(
                                name.name(),
                                name.naming(),
                                it.value(),
                                it.path(),
                                labels,
                                templateDriver));
        file.ifPresent(it -> checkName(it, entry, owner));
        return file;
    }

    private Optional<Content> content(YamlFields fields, String owner) {
        List<String> said = SOURCES.stream().filter(key -> fields.node(key).isPresent()).toList();
        if (said.size() != 1) {
            diagnostics.error(
                    "%s.source".formatted(kind.word()),
                    said.isEmpty() ? fields.place() : fields.placeOf(said.get(1)),
                    said.isEmpty()
                            ? "%s has no content.".formatted(Sentence.start(owner))
                            : "%s has content from two sources, '%s' and '%s'."
                                    .formatted(Sentence.start(owner), said.get(0), said.get(1)),
                    "Say one of 'file', %s'environment' and 'external: true'."
                            .formatted(kind == FileKind.CONFIG ? "'content', " : ""));
            return Optional.empty();
        }
        String key = said.getFirst();
        @Nullable Content content =
                fields.text(key)
                        .flatMap(text ->
                                switch (key) {
                                    case "file" -> ofFile(text, owner);
                                    case "content" -> ofText(fields, owner);
                                    default -> ofVariable(text, owner);
                                })
                        .orElse(null);
        return content == null || !hasGoodSize(content, fields, key, owner)
                ? Optional.empty()
                : Optional.of(content);
    }

    private Optional<Content> ofText(YamlFields fields, String owner) {
        return fields.node("content")
                .filter(YamlScalar.class::isInstance)
                .map(node -> new Content(VariablesDecoder.value((YamlScalar) node), ""));
    }

    private Optional<Content> ofVariable(Located<String> name, String owner) {
        Optional<EnvValue> value = variables.apply(name.value());
        if (value.isEmpty()) {
            diagnostics.error(
                    "variable.undefined",
                    name.place(),
                    "%s takes its content from variable %s, which the environment does not have."
                            .formatted(Sentence.start(owner), name.value()),
                    "Add it to .env/%s.env, such as '%s={{SECRETS['%s']}}'."
                            .formatted(
                                    stack.environment(),
                                    name.value(),
                                    name.value().toLowerCase(Locale.ROOT)));
        }
        return value.map(it -> new Content(secretly(it), ""));
    }

    private Optional<Content> ofFile(Located<String> file, String owner) {
        Optional<String> path = within(file.value());
        if (path.isEmpty()) {
            diagnostics.error(
                    "%s.outside".formatted(kind.word()),
                    file.place(),
                    "%s is file '%s', which is not in the master repo."
                            .formatted(Sentence.start(owner), file.value()),
                    "Copy it into the master repo and name its path from there.");
            return Optional.empty();
        }
        try {
            Optional<SourceFile> found = files.read(path.get());
            if (found.isEmpty()) {
                reportMissing(file, owner);
            }
            return found.map(it -> new Content(secretly(EnvValue.plain(it.text())), path.get()));
        } catch (SourceException unreadable) {
            diagnostics.error(
                    "%s.unreadable".formatted(kind.word()),
                    file.place(),
                    String.valueOf(unreadable.getMessage()),
                    "Make it a text file of the master repo.");
            return Optional.empty();
        }
    }

    private void reportMissing(Located<String> file, String owner) {
        String hint =
                kind == FileKind.CONFIG
                        ? "Create it: the path counts from the master repo's root."
                        : "A file with a secret is best not in the repo: say 'environment: NAME', and NAME={{SECRETS['name']}} in .env/%s.env."
                                .formatted(stack.environment());
        diagnostics.error(
                "%s.no-file".formatted(kind.word()),
                file.place(),
                "%s is file '%s', which is not there."
                        .formatted(Sentence.start(owner), file.value()),
                hint);
    }

    /// The path from the root of the master repo; empty when it leads out of it.
    private static Optional<String> within(String path) {
        try {
            Path normal = Path.of(path).normalize();
            boolean inside =
                    !normal.isAbsolute() && !normal.startsWith("..") && !path.startsWith("~");
            return inside ? Optional.of(normal.toString()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// A secret is secret, wherever it comes from. In what is not resolved yet, a `$` of a secret is doubled.
    private EnvValue secretly(EnvValue value) {
        return kind == FileKind.CONFIG || value.secret()
                ? value
                : EnvValue.secret(value.text().replace("$", "$$"));
    }

    private boolean hasGoodSize(Content content, YamlFields fields, String key, String owner) {
        int bytes = content.value().text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > 0 && bytes <= kind.largestKib() * 1024) {
            return true;
        }
        diagnostics.error(
                "%s.size".formatted(kind.word()),
                fields.placeOf(key),
                bytes == 0
                        ? "%s is empty, which the engine refuses.".formatted(Sentence.start(owner))
                        : "%s has %d KiB; the engine takes %d."
                                .formatted(Sentence.start(owner), bytes / 1024, kind.largestKib()),
                bytes == 0 ? "Put something into it." : "Put the file into the image.");
        return false;
    }

    private void checkName(StoredFile file, Entry entry, String owner) {
        if (!file.hasValidName(stack)) {
            diagnostics.error(
                    "%s.bad-name".formatted(kind.word()),
                    entry.place(),
                    "%s would be named '%s' and a stamp, which the engine does not take."
                            .formatted(
                                    Sentence.start(owner),
                                    file.naming().engineName(stack, file.name())),
                    "Use at most %d letters, digits, '-', '_' and '.'."
                            .formatted(Math.max(1, 53 - stack.scoped("").length())));
        }
    }
}
