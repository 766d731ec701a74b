package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes one Compose document of everything that belongs to it, as `docker compose config` does.
///
/// The steps, each file by itself: texts are resolved (`${}`, and `{{ }}` in Modmon's own files), `extends`
/// and `include` are followed. Then the files are laid over each other, the forms are checked, env files
/// are read, services of other profiles are left out, and what refers to nothing is reported.
public final class Composer {
    private static final int DEEPEST_INCLUDE = 20;

    private final Files files;
    private final Setting setting;
    private final Diagnostics diagnostics;

    /// What a document is composed for.
    ///
    /// @param variables what `${NAME}` stands for
    /// @param undefined what becomes of a variable that has no value
    /// @param profiles which services run besides those without a profile; `*` is all
    public record Setting(
            VariableSource variables, UndefinedVariables undefined, Set<String> profiles) {
        public Setting {
            profiles = Set.copyOf(profiles);
        }

        /// As `docker compose config` does without options.
        public static Setting of(VariableSource variables) {
            return new Setting(variables, UndefinedVariables.EMPTY, Set.of());
        }
    }

    /// @param tree the files that documents may name; nothing outside of it is read
    public Composer(SourceTree tree, Setting setting, Diagnostics diagnostics) {
        this.files = new Files(tree, diagnostics);
        this.setting = setting;
        this.diagnostics = diagnostics;
    }

    /// Compose files, each laid over those before it. Paths are relative to the folder of the first. Empty
    /// when one of them cannot be read at all.
    public Optional<Composition> files(List<String> paths) {
        String folder = Paths.folder(paths.getFirst());
        Loading loading =
                new Loading(
                        setting.variables(), folder, List.of(), _ -> plain(setting.variables()));
        List<Located> documents = new ArrayList<>();
        for (String path : paths) {
            files.document(path, Place.ofFile(path))
                    .ifPresent(it -> documents.add(new Located(it, path)));
        }
        return documents.size() < paths.size()
                ? Optional.empty()
                : Optional.of(composed(loading, documents));
    }

    /// Documents that are in memory already, each laid over those before it. Paths in them are relative
    /// to the root.
    ///
    /// @param scopes of a service by its name, and of all else by the empty name; files that documents name
    ///     have no expressions
    public Composition documents(List<YamlMapping> documents, Function<String, TextScope> scopes) {
        Loading loading = new Loading(setting.variables(), "", List.of(), scopes);
        return composed(
                loading, documents.stream().map(it -> new Located(it, it.place().file())).toList());
    }

    /// A document with its texts resolved and nothing else done.
    public YamlMapping resolved(YamlMapping document, Function<String, TextScope> scopes) {
        return new Texts(new TextResolution(setting.undefined(), diagnostics), scopes, diagnostics)
                .document(document);
    }

    private static TextScope plain(VariableSource variables) {
        return new TextScope(variables, null);
    }

    private Composition composed(Loading loading, List<Located> documents) {
        YamlMapping merged = loading.merged(documents);
        YamlMapping checked = new FormCheck(diagnostics).document(merged);
        YamlMapping filled = new EnvFiles(files, setting, diagnostics).document(checked);
        Composition all = new Composition(filled);
        YamlMapping running = new Profiles(setting.profiles()).of(all.section("services"));
        Composition composition =
                new Composition(
                        filled.with(
                                new Entry(
                                        "services",
                                        filled.entry("services")
                                                .map(Entry::place)
                                                .orElse(filled.place()),
                                        running)));
        reportLeftOut(all.section("services"), running);
        new References(all, composition, diagnostics).check();
        return composition;
    }

    private void reportLeftOut(YamlMapping services, YamlMapping running) {
        for (Entry service : services.entries()) {
            if (!running.has(service.key())) {
                diagnostics.warning(
                        "service.left-out",
                        service.place(),
                        "Service '%s' is left out: none of its profiles is chosen."
                                .formatted(service.key()),
                        "Choose one in the environment, as in 'profiles: [debug]'.");
            }
        }
    }

    /// A document and the file that it is from.
    private record Located(YamlMapping document, String file) {}

    /// Documents that share variables and a folder.
    private final class Loading {
        private final String folder;
        private final List<String> includedFrom;
        private final VariableSource variables;
        private final Texts texts;
        private final Texts otherTexts;

        Loading(
                VariableSource variables,
                String folder,
                List<String> includedFrom,
                Function<String, TextScope> scopes) {
            this.variables = variables;
            this.folder = folder;
            this.includedFrom = includedFrom;
            TextResolution resolution = new TextResolution(setting.undefined(), diagnostics);
            this.texts = new Texts(resolution, scopes, diagnostics);
            this.otherTexts = new Texts(resolution, _ -> plain(variables), diagnostics);
        }

        YamlMapping merged(List<Located> documents) {
            YamlMapping merged = YamlMapping.empty(documents.getFirst().document().place());
            for (Located it : documents) {
                YamlMapping own = new Rebase(folder).document(texts.document(it.document()));
                YamlMapping extended =
                        new Extending(this::extended, diagnostics).apply(own, it.file());
                YamlMapping whole =
                        new Including(inclusion -> included(inclusion, it.file()), diagnostics)
                                .apply(extended, folder);
                merged =
                        Overlay.withoutTags(
                                Overlay.of(merged, whole, ComposeSpecification.DOCUMENT));
            }
            return merged;
        }

        private Optional<YamlMapping> extended(String path, Place mention) {
            return files.document(path, mention)
                    .map(otherTexts::document)
                    .map(new Rebase(Paths.folder(path))::document);
        }

        private Optional<YamlMapping> included(Including.Inclusion inclusion, String from) {
            List<String> chain = new ArrayList<>(includedFrom);
            chain.add(from);
            List<Located> documents = new ArrayList<>();
            for (YamlScalar file : inclusion.files()) {
                if (chain.contains(file.text()) || chain.size() > DEEPEST_INCLUDE) {
                    reportCycle(file, chain);
                    return Optional.empty();
                }
                files.document(file.text(), file.place())
                        .ifPresent(it -> documents.add(new Located(it, file.text())));
            }
            if (documents.isEmpty()) {
                return Optional.empty();
            }
            VariableSource own =
                    variables.or(
                            new EnvFileReader(files, UndefinedVariables.EMPTY, diagnostics)
                                    .of(inclusion, variables));
            Loading loading = new Loading(own, inclusion.folder(), chain, _ -> plain(own));
            return Optional.of(loading.merged(documents));
        }

        private void reportCycle(YamlScalar file, List<String> chain) {
            diagnostics.error(
                    "include.cycle",
                    file.place(),
                    "Files include each other: %s → %s."
                            .formatted(String.join(" → ", chain), file.text()),
                    "Remove one of these 'include'.");
        }
    }
}
