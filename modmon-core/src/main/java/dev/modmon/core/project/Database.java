package dev.modmon.core.project;

import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A database that the project's apps use.
///
/// @param service where its server runs, when the file says so; see [Project#serviceOf(Database)]
/// @param users who may use it, in the order of the file
public record Database(
        DatabaseName name,
        Place place,
        DatabaseType type,
        @Nullable Located<ServiceName> service,
        SequencedMap<DatabaseUserName, User> users) {
    /// What an account may do with the database.
    public enum Access {
        FULL,
        READ
    }

    public record User(DatabaseUserName name, Place place, Access access) {}

    public Database {
        users = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(users));
    }
}
