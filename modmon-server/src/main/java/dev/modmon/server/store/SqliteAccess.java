package dev.modmon.server.store;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import dev.modmon.server.access.AccessStore;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The text of each project's access rules.
public final class SqliteAccess implements AccessStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final Database database;

    public SqliteAccess(Database database) {
        this.database = database;
    }

    @Override
    public SortedMap<ProjectName, Map<String, String>> load() {
        SortedMap<ProjectName, Map<String, String>> all = new TreeMap<>();
        database.read(jdbc ->
                        jdbc.sql("select project, files from project_access")
                                .query((row, _) ->
                                        Map.entry(row.getString("project"), row.getString("files")))
                                .list())
                .forEach(row ->
                        all.put(
                                new ProjectName(row.getKey()),
                                JSON.readValue(row.getValue(), TEXTS)));
        return all;
    }

    @Override
    public void save(ProjectName project, CommitId commit, Map<String, String> files) {
        database.write(jdbc ->
                jdbc.sql(
                                """
                                insert into project_access (project, commit_id, files) values (?, ?, ?)
                                on conflict (project) do update set commit_id = excluded.commit_id, files = excluded.files
                                """)
                        .params(project.value(), commit.value(), JSON.writeValueAsString(files))
                        .update());
    }
}
