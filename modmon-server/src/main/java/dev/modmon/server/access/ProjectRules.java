package dev.modmon.server.access;

import dev.modmon.core.access.AccessRules;
import dev.modmon.core.project.ProjectName;
import java.util.SortedMap;

/// Port: the access rules of every project on this server that has some, each as the last commit that
/// an admin deployed has them.
@FunctionalInterface
public interface ProjectRules {
    SortedMap<ProjectName, AccessRules> all();
}
