package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import java.util.Optional;

/// Reads `clusters`: the word `project`, or the address of a git repository.
record ClusterSourceReader(Diagnostics diagnostics) {
    private static final String PROJECT = "project";

    ClusterSource read(YamlFields project) {
        return project.text("clusters")
                .filter(it -> !it.value().equals(PROJECT))
                .flatMap(this::repo)
                .orElseGet(ClusterSource.InProject::new);
    }

    private Optional<ClusterSource> repo(Located<String> text) {
        try {
            return Optional.of(new ClusterSource.InRepo(new GitUrl(text.value()), text.place()));
        } catch (IllegalArgumentException e) {
            diagnostics.error(
                    "clusters.unclear-source",
                    text.place(),
                    "'clusters' must be 'project' or the address of a git repository, but this is '%s'."
                            .formatted(GitUrl.shown(text.value())),
                    "Write 'clusters: project' for the files in .modmon/clusters, or git@HOST:PATH.");
            return Optional.empty();
        }
    }
}
