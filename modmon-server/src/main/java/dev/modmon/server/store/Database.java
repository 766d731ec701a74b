package dev.modmon.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;

/// The SQLite file. One connection and one lock: SQLite has one writer anyway, and everything in here
/// takes well under a millisecond.
public final class Database implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int BUSY_MILLIS = 5000;

    private final SingleConnectionDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(SingleConnectionDataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /// Opens the file, creates it when it is not there, and brings its tables up to date.
    ///
    /// @param scratch where SQLite's native library is unpacked: /tmp may not allow programs
    /// @throws IllegalArgumentException when a newer server wrote the file
    public static Database open(Path file, Path scratch) {
        System.setProperty("org.sqlite.tmpdir", scratch.toString());
        createPrivately(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // Snapshots of finished rollouts hold secrets: what is deleted is overwritten.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        try {
            Database database =
                    new Database(
                            new SingleConnectionDataSource(
                                    config.createConnection("jdbc:sqlite:" + file), true));
            database.migrate(file);
            return database;
        } catch (SQLException | DataAccessException e) {
            throw new IllegalStateException("Cannot open %s.".formatted(file), e);
        }
    }

    /// SQLite gives its journal files the permissions of the file itself.
    private static void createPrivately(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create %s.".formatted(file), e);
        }
    }

    private void migrate(Path file) {
        int found = jdbc.sql("pragma user_version").query(Integer.class).single();
        if (found > VERSION) {
            throw new IllegalArgumentException(
                    "%s was written by a newer modmon-server (its version is %d, this server knows %d). Start that one."
                            .formatted(file, found, VERSION));
        }
        for (int version = found + 1; version <= VERSION; version++) {
            String script = script("schema-%d.sql".formatted(version));
            int reached = version;
            write(client -> {
                for (String statement : script.split(";\\s*\n")) {
                    if (!statement.isBlank()) {
                        client.sql(statement).update();
                    }
                }
                client.sql("pragma user_version = " + reached).update();
            });
        }
    }

    private static String script(String name) {
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(Function<JdbcClient, T> query) {
        lock.lock();
        try {
            return query.apply(jdbc);
        } finally {
            lock.unlock();
        }
    }

    /// All of it or nothing; on disk when this returns.
    void write(Consumer<JdbcClient> change) {
        lock.lock();
        try {
            transaction.executeWithoutResult(_ -> change.accept(jdbc));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            source.destroy();
        } finally {
            lock.unlock();
        }
    }
}
