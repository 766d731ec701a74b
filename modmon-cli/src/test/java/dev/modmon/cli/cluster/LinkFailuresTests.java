package dev.modmon.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.api.Problem;
import dev.modmon.uiapi.client.ProblemException;
import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkFailuresTests {
    private final LinkFailures failures = new LinkFailures();

    private Failure problem(int status, @Nullable List<DiagnosticReport> diagnostics) {
        Problem problem =
                new Problem(
                        "urn:x",
                        "Title",
                        status,
                        "What happened.",
                        "the-code",
                        "Do this.",
                        diagnostics);
        return (Failure) failures.of(new ProblemException(problem));
    }

    @Test
    void whatIsNotPermittedIsDenied() {
        Failure failure = problem(403, null);

        assertThat(failure.exit()).isEqualTo(ExitCode.DENIED);
        assertThat(failure).hasMessage("What happened.");
        assertThat(failure.code()).isEqualTo("the-code");
        assertThat(failure.hint()).isEqualTo("Do this.");
        assertThat(problem(401, null).exit()).isEqualTo(ExitCode.DENIED);
    }

    @Test
    void otherRefusalsAreFailures() {
        assertThat(problem(409, null).exit()).isEqualTo(ExitCode.FAILED);
        assertThat(problem(500, null).exit()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void diagnosticsOfTheServerAreKept() {
        Failure failure =
                problem(
                        422,
                        List.of(
                                new DiagnosticReport(
                                        "error",
                                        "a.b",
                                        ".modmon/modmon.yaml",
                                        3,
                                        5,
                                        "Wrong.",
                                        "Right.")));

        assertThat(failure.exit()).isEqualTo(ExitCode.INVALID);
        assertThat(((InvalidConfiguration) failure).diagnostics())
                .hasToString("[.modmon/modmon.yaml:3:5 [ERROR] Wrong. | a.b\n  Right.]");
    }

    @Test
    void keysAndInterruptionsHaveTheirExitCodes() {
        assertThat(((Failure) failures.of(new InvalidSshKeyException("It is encrypted."))).exit())
                .isEqualTo(ExitCode.DENIED);
        assertThat(((Failure) failures.of(new CancellationException())).exit())
                .isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void mistakesOfOurOwnStayWhatTheyAre() {
        IllegalStateException mistake = new IllegalStateException("x");

        assertThat(failures.of(mistake)).isSameAs(mistake);
    }
}
