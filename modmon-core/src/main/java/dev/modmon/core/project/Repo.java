package dev.modmon.core.project;

import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// An app repo: where its code is, its image, the databases it uses and the services it runs as.
///
/// @param url of its git repository
/// @param image of those of its services that name none themselves
/// @param databases names of databases it uses
/// @param databaseUsers accounts it uses, the preferred one first
public record Repo(
        RepoName name,
        Place place,
        @Nullable Located<GitUrl> url,
        @Nullable Located<ImageTemplate> image,
        List<Located<DatabaseName>> databases,
        List<Located<DatabaseUserName>> databaseUsers,
        SequencedMap<ServiceName, ServiceDefinition> services) {
    public Repo {
        databases = List.copyOf(databases);
        databaseUsers = List.copyOf(databaseUsers);
        services = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(services));
    }
}
