package dev.modmon.server.access;

import dev.modmon.core.project.ProjectName;
import java.util.SortedMap;

/// Port: the access rules of every project on this server that has some.
@FunctionalInterface
public interface ProjectRules {
    SortedMap<ProjectName, ProjectMembers> all();
}
