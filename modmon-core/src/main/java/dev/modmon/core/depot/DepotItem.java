package dev.modmon.core.depot;

import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.GitUrl;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.List;

/// A repository that is cloned to `depot/NAME`.
///
/// @param environments where it is needed; empty: everywhere
public record DepotItem(
        RepoName name,
        Place place,
        Located<GitUrl> url,
        List<Located<EnvironmentName>> environments) {
    public DepotItem {
        environments = List.copyOf(environments);
    }

    public boolean isIn(EnvironmentName environment) {
        return environments.isEmpty()
                || environments.stream().anyMatch(it -> it.value().equals(environment));
    }
}
