package dev.modmon.core.schema;

import dev.modmon.core.specification.MasterRepoSpecification;
import dev.modmon.core.specification.Shape;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The published schema of one kind of file.
public enum SchemaFile {
    PROJECT("modmon", ".modmon/modmon.yaml", new Shape.Fields(MasterRepoSpecification.PROJECT)),
    ACCESS("access", ".modmon/access.yaml", new Shape.Fields(MasterRepoSpecification.ACCESS)),
    CLUSTER(
            "cluster",
            ".modmon/clusters/NAME.yaml",
            new Shape.Fields(MasterRepoSpecification.CLUSTER)),
    DEPOT("depot", ".modmon/depot.yaml", MasterRepoSpecification.DEPOT),
    PAGES("project", ".modmon/project.yaml", new Shape.Fields(MasterRepoSpecification.PAGES));

    private static final String ADDRESS =
            "https://raw.githubusercontent.com/modmonhq/modmon/main/docs/schema/";

    private final String fileName;
    private final String describes;
    private final Shape shape;

    SchemaFile(String name, String describes, Shape shape) {
        this.fileName = name + ".json";
        this.describes = describes;
        this.shape = shape;
    }

    /// Its name in `docs/schema`.
    public String fileName() {
        return fileName;
    }

    /// The file that it is for, in the master repo.
    public String describes() {
        return describes;
    }

    Shape shape() {
        return shape;
    }

    /// Where editors get it.
    public String address() {
        return ADDRESS + fileName;
    }

    /// The first line of a file of `.modmon`, so that editors complete and check it; the schema lies beside it, in
    /// `schema`, and works without a network.
    public String editorLine() {
        return "# yaml-language-server: $schema=schema/%s\n".formatted(fileName);
    }

    /// The schema, in draft 7 of JSON Schema: the one that editors know best.
    public Map<String, Object> schema() {
        return new SchemaWriter().schema(address(), describes, shape);
    }

    public String json() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(schema())
                + "\n";
    }
}
