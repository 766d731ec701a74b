package dev.modmon.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.server.access.Caller;
import dev.modmon.server.access.KeyFingerprint;
import dev.modmon.server.operation.AuditLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileIntegrationTests {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final AuditLog.Entry DEPLOY =
            new AuditLog.Entry(
                    Optional.of(new Caller("alex", new KeyFingerprint("SHA256:abc"))),
                    "deploy",
                    "/v1/projects/shop/environments/test/deploy",
                    "allowed",
                    "");

    @TempDir Path directory;

    @Test
    void addsALineForEachEntry() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        try (AuditFile log = AuditFile.open(file, NOW)) {
            log.record(DEPLOY);
        }
        try (AuditFile log = AuditFile.open(file, NOW)) {
            log.record(DEPLOY);
        }

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .containsOnly(
                        "{\"at\":\"2026-01-01T00:00:00Z\",\"user\":\"alex\",\"key\":\"SHA256:abc\",\"operation\":\"deploy\",\"target\":\"/v1/projects/shop/environments/test/deploy\",\"outcome\":\"allowed\",\"detail\":\"\"}");
    }

    @Test
    void startsANewLineAfterOneThatWasCutOff() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        Files.writeString(file, "{\"at\":\"20");

        try (AuditFile log = AuditFile.open(file, NOW)) {
            log.record(DEPLOY);
        }

        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().startsWith("{\"at\"");
    }

    @Test
    void isNotFilledUpByCallersThatNobodyKnows() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        AuditLog.Entry unknown =
                new AuditLog.Entry(Optional.empty(), "version", "/v1/version", "refused", "x");

        try (AuditFile log = AuditFile.open(file, NOW)) {
            for (int i = 0; i < 1000; i++) {
                log.record(unknown);
            }
            log.record(DEPLOY);
        }

        assertThat(Files.readAllLines(file)).hasSize(31).last().asString().contains("alex");
    }
}
