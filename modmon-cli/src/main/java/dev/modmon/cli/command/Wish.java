package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Input;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a user wants deployed.
///
/// @param directory the master repo, or a folder in it
/// @param tags of app repos; the others keep theirs
public record Wish(
        Path directory, EnvironmentName environment, SortedMap<RepoName, ImageTag> tags) {
    public Wish {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    static Wish from(Surroundings surroundings, Input input) {
        return new Wish(
                surroundings.directory(input),
                input.get(Arguments.ENVIRONMENT),
                Arguments.byRepo(input.get(Arguments.TAG)));
    }
}
