package dev.modmon.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIntegrationTests {
    private static final CommitId COMMIT = new CommitId("0".repeat(40));

    @TempDir Path directory;

    @Test
    void isThereAgainWhenItIsOpenedAgain() {
        try (Database database = open()) {
            new SqliteAccess(database).save(new ProjectName("shop"), COMMIT, Map.of("a", "first"));
            new SqliteAccess(database).save(new ProjectName("shop"), COMMIT, Map.of("a", "second"));
        }

        try (Database database = open()) {
            assertThat(new SqliteAccess(database).load())
                    .containsExactly(Map.entry(new ProjectName("shop"), Map.of("a", "second")));
        }
    }

    @Test
    void losesNothingAndLocksNobodyOutOnPowerLoss() {
        try (Database database = open()) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "busy_timeout")).isEqualTo("5000");
        }
    }

    private static String pragma(Database database, String name) {
        return database.read(
                jdbc -> jdbc.sql("pragma " + name).query((row, _) -> row.getString(1)).single());
    }

    @Test
    void leavesAFileOfANewerServerAlone() {
        try (Database database = open()) {
            database.write(jdbc -> jdbc.sql("pragma user_version = 99").update());
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("newer modmon-server");
    }

    @Test
    void writesAllOrNothing() {
        try (Database database = open()) {
            assertThatThrownBy(() ->
                            database.write(jdbc -> {
                                jdbc.sql("insert into journal values ('a', 'b')").update();
                                throw new IllegalStateException("cut");
                            }))
                    .hasMessage("cut");
            assertThat(
                            database.<Integer>read(jdbc ->
                                    jdbc.sql("select count(*) from journal")
                                            .query(Integer.class)
                                            .single()))
                    .isZero();
        }
    }

    private Database open() {
        return Database.open(directory.resolve("modmon.db"), directory);
    }
}
