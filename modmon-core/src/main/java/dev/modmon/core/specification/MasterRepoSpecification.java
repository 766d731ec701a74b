package dev.modmon.core.specification;

import static dev.modmon.core.specification.Shapes.BOOLEAN;
import static dev.modmon.core.specification.Shapes.INTEGER;
import static dev.modmon.core.specification.Shapes.SPELLED;
import static dev.modmon.core.specification.Shapes.choice;
import static dev.modmon.core.specification.Shapes.either;
import static dev.modmon.core.specification.Shapes.fields;
import static dev.modmon.core.specification.Shapes.list;
import static dev.modmon.core.specification.Shapes.named;
import static dev.modmon.core.specification.Shapes.namedOrEmpty;

/// The YAML files of a master repo: their mappings, and the keys that each has. What stands under `services` and the
/// like is the Compose Specification's.
public final class MasterRepoSpecification {
    private static final Shape SPELLED_OR_LIST = either(SPELLED, list(SPELLED));

    private static final Shape SERVICES = namedOrEmpty(fields(ComposeSpecification.SERVICE));
    private static final Shape NETWORKS = namedOrEmpty(fields(ComposeSpecification.NETWORK));
    private static final Shape VOLUMES = namedOrEmpty(fields(ComposeSpecification.VOLUME));
    private static final Shape CONFIGS = namedOrEmpty(fields(ComposeSpecification.CONFIG));
    private static final Shape SECRETS = namedOrEmpty(fields(ComposeSpecification.SECRET));

    private static final MappingType DEPLOY_SETTINGS =
            MappingType.closed("deploy settings")
                    .with(
                            "type",
                            choice("swarm", "compose"),
                            "What carries the deployment: 'swarm' (usual; one machine is a swarm of one) or 'compose'.")
                    .with(
                            "provider",
                            SPELLED,
                            "Whose machines they are, such as 'aws'; for your information.");

    private static final MappingType TRIGGER =
            MappingType.closed("deploy trigger")
                    .with("created", SPELLED, "Something came to be, such as 'git:tag'.")
                    .with("hook", SPELLED, "Somebody called the hook of this name.");

    private static final MappingType ENVIRONMENT =
            MappingType.closed("environment")
                    .with("url", SPELLED, "Where its users reach it; what {{URL}} stands for.")
                    .with(
                            "cluster",
                            SPELLED,
                            "The cluster it runs on; not needed when there is only one.")
                    .with(
                            "deploy-on",
                            list(fields(TRIGGER)),
                            "Events after which it is to be deployed.")
                    .with(
                            "services",
                            SERVICES,
                            "Compose keys that are merged over those of the services, as Compose merges two files.")
                    .with("networks", NETWORKS, "Merged over those of 'swarm'.")
                    .with("volumes", VOLUMES, "Merged over those of 'swarm'.")
                    .with("configs", CONFIGS, "Merged over those of 'swarm'.")
                    .with("secrets", SECRETS, "Merged over those of 'swarm'.")
                    .with(
                            "deploy",
                            fields(DEPLOY_SETTINGS),
                            "How this environment is deployed, where it differs from the others.");

    private static final MappingType DATABASE_USE =
            MappingType.closed("database use")
                    .with("databases", SPELLED_OR_LIST, "Databases that the app uses.")
                    .with(
                            "users",
                            SPELLED_OR_LIST,
                            "Accounts that it uses, the preferred one first.");

    private static final MappingType REPO =
            MappingType.closed("repo")
                    .with("url", SPELLED, "The app's git repository.")
                    .with("type", choice("docker"), "How the app runs: in containers.")
                    .with(
                            "image",
                            SPELLED,
                            "The app's image; {tag} stands for what is given as --tag REPO=TAG.")
                    .with("database", fields(DATABASE_USE), "Databases and accounts that it uses.")
                    .with(
                            "services",
                            SERVICES,
                            "What the app runs as, in Compose's keys; without 'image' each gets the repo's.");

    private static final MappingType SWARM =
            MappingType.of("swarm")
                    .with(
                            "include",
                            list(either(SPELLED, fields(ComposeSpecification.INCLUDE))),
                            "Compose files to take in.")
                    .with(
                            "services",
                            SERVICES,
                            "Services that are not the app's, such as databases, in Compose's keys.")
                    .with("networks", NETWORKS, "Networks, as in Compose.")
                    .with("volumes", VOLUMES, "Named volumes, as in Compose.")
                    .with("configs", CONFIGS, "Configs, as in Compose.")
                    .with("secrets", SECRETS, "Secrets, as in Compose.");

    private static final MappingType DATABASE_USER =
            MappingType.closed("database user")
                    .with("access", choice("full", "read"), "What the account may do.");

    private static final MappingType DATABASE =
            MappingType.closed("database")
                    .withRequired(
                            "type",
                            choice(
                                    "postgres",
                                    "postgresql",
                                    "mysql",
                                    "mariadb",
                                    "mongodb",
                                    "mongo",
                                    "redis",
                                    "memcached"),
                            "Which kind of server it lives on.")
                    .with(
                            "service",
                            SPELLED,
                            "The service it lives on; without it the one whose name or image says the type.")
                    .with("users", namedOrEmpty(fields(DATABASE_USER)), "Accounts, by name.");

    private static final MappingType SCRIPT =
            MappingType.closed("script")
                    .with("random", INTEGER, "How many random bytes are made up.")
                    .with("encoding", choice("hex", "base64"), "How they are written.")
                    .with("prefix", SPELLED, "Text before them, such as 'base64:'.");

    /// `.modmon/modmon.yaml`
    public static final MappingType PROJECT =
            MappingType.of("project")
                    .with("version", SPELLED, "The version of this file's format: 1.0.")
                    .with(
                            "name",
                            SPELLED,
                            "The project's name; without it the folder's name is taken.")
                    .with("deploy", fields(DEPLOY_SETTINGS), "How the project is deployed.")
                    .with(
                            "clusters",
                            SPELLED,
                            "Where clusters are described: 'project' (.modmon/clusters, the default) or the URL of a repository.")
                    .with(
                            "environments",
                            namedOrEmpty(fields(ENVIRONMENT)),
                            "Instances of the application, by name.")
                    .with("repos", namedOrEmpty(fields(REPO)), "The app's repositories, by name.")
                    .with("swarm", fields(SWARM), "What runs beside the app.")
                    .with(
                            "databases",
                            namedOrEmpty(fields(DATABASE)),
                            "Databases that the app uses, by name.")
                    .with(
                            "scripts",
                            namedOrEmpty(fields(SCRIPT)),
                            "Values made up once for each environment, which {{SCRIPTS['name']}} stands for.");

    private static final MappingType USER =
            MappingType.closed("user")
                    .with("roles", SPELLED_OR_LIST, "The user's roles.")
                    .with(
                            "keys",
                            SPELLED_OR_LIST,
                            "The user's public keys: names of files in .modmon/pubkeys.")
                    .with("email", SPELLED, "How to reach the user.");

    private static final MappingType ROLE =
            MappingType.closed("role").with("super", BOOLEAN, "Whether it may do everything.");

    /// `.modmon/access.yaml`
    public static final MappingType ACCESS =
            MappingType.closed("access")
                    .with("users", namedOrEmpty(fields(USER)), "Who has access, by name.")
                    .with(
                            "roles",
                            namedOrEmpty(either(list(SPELLED), fields(ROLE))),
                            "What users may do: a list of 'perm:NAME', 'perm:NAME@ENVIRONMENT' and 'role:NAME', or 'super: true'.");

    private static final MappingType NODE =
            MappingType.closed("node")
                    .withRequired("host", SPELLED, "Name or address.")
                    .with("port", INTEGER, "Of the SSH server; 22 unless said otherwise.")
                    .with("user", SPELLED, "Whom to log in as; 'modmon' unless said otherwise.")
                    .with(
                            "host-keys",
                            SPELLED_OR_LIST,
                            "The node's public host keys; no other is accepted.");

    /// `.modmon/clusters/NAME.yaml`
    public static final MappingType CLUSTER =
            MappingType.closed("cluster")
                    .with("provider", SPELLED, "Whose machines they are; for your information.")
                    .with("provider-source", SPELLED, "The repository that describes the provider.")
                    .with(
                            "nodes",
                            list(fields(NODE)),
                            "The machines; the first one is the one that clients talk to.");

    private static final MappingType DEPOT_ITEM =
            MappingType.closed("depot item")
                    .withRequired("url", SPELLED, "The git repository.")
                    .with(
                            "environments",
                            SPELLED_OR_LIST,
                            "Environments that have it; all of them unless said otherwise.");

    /// `.modmon/depot.yaml`
    public static final Shape DEPOT = named(fields(DEPOT_ITEM));

    private static final MappingType CUSTOM_PAGES =
            MappingType.closed("custom pages")
                    .with("error_page", SPELLED, "Shown for errors that have no page of their own.")
                    .with("maintenance_page", SPELLED, "Shown while the project is down.")
                    .with(
                            "code_pages",
                            SPELLED,
                            "Pages by status code, such as 'static/html/*.html'.");

    /// `.modmon/project.yaml`
    public static final MappingType PAGES =
            MappingType.closed("project pages")
                    .with(
                            "custom_pages",
                            fields(CUSTOM_PAGES),
                            "HTML files that are shown instead of the app, relative to the repo's root.");

    private MasterRepoSpecification() {}
}
