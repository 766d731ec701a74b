package dev.modmon.core.page;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads `.modmon/project.yaml`.
public final class CustomPagesReader {
    private final SourceTree tree;
    private final Diagnostics diagnostics;
    private final PageFiles files;

    public CustomPagesReader(SourceTree tree, Diagnostics diagnostics) {
        this.tree = tree;
        this.diagnostics = diagnostics;
        this.files = new PageFiles(tree, diagnostics);
    }

    /// The pages; none when there is no such file.
    public CustomPages read() {
        return new YamlReader(diagnostics)
                .read(tree, CustomPages.FILE)
                .flatMap(this::mapping)
                .map(this::pages)
                .orElseGet(CustomPages::none);
    }

    private Optional<YamlMapping> mapping(YamlNode root) {
        YamlFields fields = YamlFields.of(root, CustomPages.FILE, diagnostics);
        Optional<YamlMapping> pages = fields.mapping("custom_pages");
        fields.rejectUnknown();
        return pages;
    }

    private CustomPages pages(YamlMapping mapping) {
        YamlFields fields = YamlFields.of(mapping, "'custom_pages'", diagnostics);
        Optional<String> error = fields.text("error_page").flatMap(files::file);
        Optional<String> maintenance = fields.text("maintenance_page").flatMap(files::file);
        SortedMap<StatusCode, String> codes =
                fields.text("code_pages").map(this::codes).orElseGet(TreeMap::new);
        fields.rejectUnknown();
        return new CustomPages(error.orElse(null), maintenance.orElse(null), codes);
    }

    private SortedMap<StatusCode, String> codes(Located<String> pattern) {
        SortedMap<StatusCode, String> codes = new TreeMap<>();
        Optional<List<String>> matching = files.matching(pattern);
        for (String path : matching.orElse(List.of())) {
            StatusCode.ofFile(path.substring(path.lastIndexOf('/') + 1))
                    .ifPresent(code -> add(code, path, codes, pattern));
        }
        if (matching.isPresent() && codes.isEmpty()) {
            diagnostics.warning(
                    "page.no-code-pages",
                    pattern.place(),
                    "No file of %s is named after a status code.".formatted(pattern.value()),
                    "Call them 404.html, 503.html or 5xx.html.");
        }
        return codes;
    }

    private void add(
            StatusCode code,
            String path,
            SortedMap<StatusCode, String> codes,
            Located<String> pattern) {
        String first = codes.putIfAbsent(code, path);
        if (first != null) {
            diagnostics.error(
                    "page.ambiguous-code",
                    pattern.place(),
                    "Both %s and %s are pages for status code %s.".formatted(first, path, code),
                    "Remove one, or choose a pattern that only one fits.");
        }
    }
}
