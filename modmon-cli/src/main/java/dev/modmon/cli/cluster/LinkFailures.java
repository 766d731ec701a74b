package dev.modmon.cli.cluster;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.api.Problem;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Severity;
import dev.modmon.core.source.Place;
import dev.modmon.uiapi.client.InvalidAnswerException;
import dev.modmon.uiapi.client.ProblemException;
import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import dev.modmon.uiapi.tunnel.HostKeyException;
import dev.modmon.uiapi.tunnel.LoginRefusedException;
import dev.modmon.uiapi.tunnel.TunnelException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// What went wrong on the way to a cluster, as exit codes and codes.
final class LinkFailures {
    RuntimeException of(RuntimeException thrown) {
        return switch (thrown) {
            case ProblemException problem -> of(problem);
            case HostKeyException changed -> failure(ExitCode.UNREACHABLE, "host-key", changed);
            case LoginRefusedException refused ->
                    failure(ExitCode.DENIED, "login-refused", refused);
            case InvalidSshKeyException key -> failure(ExitCode.DENIED, "ssh-key", key);
            case TunnelException broken ->
                    failure(ExitCode.UNREACHABLE, "cluster-unreachable", broken);
            case InvalidAnswerException invalid ->
                    failure(ExitCode.UNREACHABLE, "invalid-answer", invalid);
            case CancellationException _ -> new Interrupted("Interrupted.", "");
            default -> thrown;
        };
    }

    private static Failure failure(ExitCode exit, String code, RuntimeException thrown) {
        String message = Objects.toString(thrown.getMessage(), code);
        // Their first line says what happened, the others what to do.
        int end = message.indexOf('\n');
        return end < 0
                ? new Failure(exit, code, message, "", thrown)
                : new Failure(
                        exit, code, message.substring(0, end), message.substring(end + 1), thrown);
    }

    private static Failure of(ProblemException thrown) {
        Problem problem = thrown.problem();
        if (!thrown.diagnostics().isEmpty()) {
            return new InvalidConfiguration(
                    problem.detail(),
                    thrown.diagnostics().stream().map(LinkFailures::diagnostic).toList(),
                    path -> Optional.empty());
        }
        ExitCode exit = thrown.isNotPermitted() ? ExitCode.DENIED : ExitCode.FAILED;
        return new Failure(exit, problem.code(), problem.detail(), problem.hint(), thrown);
    }

    private static Diagnostic diagnostic(DiagnosticReport report) {
        return new Diagnostic(
                Severity.valueOf(report.severity().toUpperCase(Locale.ROOT)),
                report.code(),
                new Place(report.file(), report.line(), report.column()),
                report.message(),
                report.hint());
    }
}
