package dev.modmon.core.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A kind of database server that Modmon knows: its spellings, also as image name, and its port.
public enum DatabaseType {
    POSTGRES(5432, "postgres", "postgresql"),
    MYSQL(3306, "mysql"),
    MARIADB(3306, "mariadb"),
    MONGODB(27017, "mongodb", "mongo"),
    REDIS(6379, "redis"),
    MEMCACHED(11211, "memcached");

    private final int port;
    private final List<String> spellings;

    DatabaseType(int port, String... spellings) {
        this.port = port;
        this.spellings = List.of(spellings);
    }

    /// Where such a server listens unless told otherwise.
    public int port() {
        return port;
    }

    public List<String> spellings() {
        return spellings;
    }

    public static Optional<DatabaseType> of(String spelling) {
        return Arrays.stream(values())
                .filter(type -> type.spellings.contains(spelling))
                .findFirst();
    }

    /// The main spelling.
    @Override
    public String toString() {
        return spellings.getFirst();
    }
}
