package dev.modmon.cli.scaffold;

import dev.modmon.core.project.ProjectName;
import dev.modmon.core.schema.SchemaFile;

/// What files begin with before anything is added to them.
final class Skeleton {
    static final String HEAD =
            SchemaFile.PROJECT.editorLine()
                    + """
                    # What is deployed, and where to. 'modmon validate' checks this file, 'modmon add' adds to it.
                    """;

    static final String ACCESS =
            SchemaFile.ACCESS.editorLine()
                    + """
                    # Who may do what: an SSH key of .modmon/pubkeys/ is an account.
                    roles:
                      admin:
                        super: true
                      maintain:
                        - perm:deploy
                        - perm:manage_users
                        - role:developer
                      developer:
                        - perm:read_logs
                        - perm:restart_services
                    """;

    static final String VARIABLES =
            """
            # Variables of the apps' services. Between braces stand expressions.
            APP_ENV={{ENV}}
            """;

    private Skeleton() {}

    static String project(ProjectName name) {
        return HEAD
                + """
                version: 1.0
                name: %s

                deploy:
                  type: swarm
                """
                        .formatted(name);
    }
}
