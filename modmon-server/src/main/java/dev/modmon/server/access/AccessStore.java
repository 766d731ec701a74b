package dev.modmon.server.access;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import java.util.Map;
import java.util.SortedMap;

/// Port: the text of each project's access rules, kept for good.
public interface AccessStore {
    /// For each project the files that its rules are in, text by path.
    SortedMap<ProjectName, Map<String, String>> load();

    void save(ProjectName project, CommitId commit, Map<String, String> files);
}
