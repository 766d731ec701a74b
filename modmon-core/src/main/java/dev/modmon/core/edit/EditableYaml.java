package dev.modmon.core.edit;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.InvalidInputException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A YAML file that is changed in place: only the characters of an entry come, change or go, and everything
/// else stays as its author wrote it. After each edit the text is read again; when it would mean anything
/// else than what was asked for, the edit is refused and there is no new text.
public final class EditableYaml {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String path;
    private final String mark;
    private final Lines lines;
    private final YamlNode model;
    private final @Nullable Span root;

    private EditableYaml(String path, String mark, String text, YamlNode model) {
        this.path = path;
        this.mark = mark;
        this.lines = new Lines(text);
        this.model = model;
        this.root = SpanReader.read(text).orElse(null);
    }

    /// @param path of the file, for messages
    /// @throws InvalidInputException when it is not YAML, or more than one document
    public static EditableYaml of(String path, String text) {
        boolean marked = text.startsWith(BYTE_ORDER_MARK);
        String bare = marked ? text.substring(1) : text;
        Diagnostics diagnostics = new Diagnostics();
        Optional<YamlNode> model = new YamlReader(diagnostics).read(new SourceFile(path, bare));
        diagnostics.throwIfErrors();
        return new EditableYaml(path, marked ? BYTE_ORDER_MARK : "", bare, model.orElseThrow());
    }

    /// As it is to be written, with the byte order mark if there was one.
    public String text() {
        return mark + lines.text();
    }

    /// Whether there is such an entry, be it without a value.
    public boolean has(YamlPath entry) {
        return IntendedModel.find(model, entry.keys()).isPresent();
    }

    /// With a new entry behind the others of its mapping. Mappings on the way that are not there are made.
    ///
    /// @throws InvalidInputException when there is such an entry, or it cannot be added here
    public EditableYaml add(YamlPath entry, YamlFragment value) {
        Route route = route(entry);
        if (route.isComplete() || has(entry)) {
            throw refusal()
                    .of(
                            "edit.exists",
                            route.isComplete() ? route.entry().key().from() : at(route),
                            "'%s' is there already.".formatted(entry),
                            "Choose another name, or change the entry by hand.");
        }
        checkMerged(route);
        return edited(
                new Insertion(lines, route, value).splices(),
                IntendedModel.with(model, entry.keys(), value.model()),
                route);
    }

    /// With another value in an entry that is there; comments inside the old value go with it.
    ///
    /// @throws InvalidInputException when there is no such entry, or it cannot be changed here
    public EditableYaml replace(YamlPath entry, YamlFragment value) {
        Route route = existing(entry);
        return edited(
                new Replacement(lines, route, value).splices(),
                IntendedModel.with(model, entry.keys(), value.model()),
                route);
    }

    /// Without an entry and the comments directly above it.
    ///
    /// @throws InvalidInputException when there is no such entry, or it cannot be removed here
    public EditableYaml remove(YamlPath entry) {
        Route route = existing(entry);
        return edited(
                new Removal(lines, route).splices(),
                IntendedModel.without(model, entry.keys()),
                route);
    }

    private Route route(YamlPath entry) {
        return Route.follow(entry, root, refusal());
    }

    private Route existing(YamlPath entry) {
        Route route = route(entry);
        checkMerged(route);
        if (!route.isComplete()) {
            throw refusal()
                    .of(
                            "edit.missing",
                            at(route),
                            "There is no '%s' in %s.".formatted(entry, path),
                            "");
        }
        return route;
    }

    /// What a merge key brings in stands elsewhere.
    private void checkMerged(Route route) {
        if (route.isComplete()) {
            return;
        }
        int known = route.entries().size();
        List<String> keys = route.path().keys().subList(0, known + 1);
        if (IntendedModel.find(model, keys).isPresent()) {
            throw refusal()
                    .of(
                            "edit.merged",
                            at(route),
                            "'%s' comes from a merge key '<<': it is written elsewhere in the file."
                                    .formatted(String.join(".", keys)),
                            "Change '%s' by hand.".formatted(route.path()));
        }
    }

    private EditableYaml edited(List<Splice> splices, YamlNode intended, Route route) {
        String text = Splice.apply(lines.text(), splices);
        // A text block at the end of a file needs the end of its last line.
        for (String candidate : List.of(text, text + lines.end())) {
            Optional<EditableYaml> edited = read(candidate);
            if (edited.filter(it -> IntendedModel.isSame(it.model, intended)).isPresent()) {
                return edited.get();
            }
        }
        throw refusal()
                .of(
                        "edit.unsafe",
                        at(route),
                        "'%s' cannot be edited without changing something else in %s."
                                .formatted(route.path(), path),
                        "Change the file by hand; it was left as it is.");
    }

    /// Empty when the text around does not bear an edit; that is no mistake of the user's.
    private Optional<EditableYaml> read(String text) {
        try {
            return Optional.of(of(path, mark + text));
        } catch (InvalidInputException broken) {
            return Optional.empty();
        }
    }

    private static int at(Route route) {
        return route.entries().isEmpty() ? 0 : route.entry().key().from();
    }

    private Refusal refusal() {
        return new Refusal(path, lines);
    }
}
