package dev.modmon.core.compiler;

import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which version of each app repo is deployed.
///
/// @param given by repo
/// @param complete whether a tag that is needed and not given is a mistake
public record ImageTags(SortedMap<RepoName, ImageTag> given, boolean complete) {
    /// Stands for a tag that nobody knows yet.
    static final ImageTag PLACEHOLDER = new ImageTag("tag");

    public ImageTags {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    /// For a deployment.
    public static ImageTags of(Map<RepoName, ImageTag> given) {
        return new ImageTags(new TreeMap<>(given), true);
    }

    /// For a check of the files alone: a needed tag is left open.
    public static ImageTags notKnownYet() {
        return new ImageTags(new TreeMap<>(), false);
    }
}
