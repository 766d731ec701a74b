package dev.modmon.core.compose;

import java.util.stream.Stream;

/// The version that a stack file states: the lowest that has every key in it, so that old clients of
/// docker take the file as long as they can. Which version has what was tried with client 28.2.
final class FormatVersion {
    /// Has a limit of processes; Engine 20.10's client knows it.
    private static final String USUAL = "3.9";

    private static final String START_INTERVAL = "3.12";
    private static final String NETWORK_OPTIONS = "3.13";

    private FormatVersion() {}

    static String of(Stack stack) {
        boolean options =
                stack.services().stream()
                        .flatMap(service -> service.networks().stream())
                        .anyMatch(network -> !network.driverOptions().isEmpty());
        if (options) {
            return NETWORK_OPTIONS;
        }
        boolean startInterval =
                stack.services().stream()
                        .flatMap(service -> Stream.ofNullable(service.container().healthcheck()))
                        .anyMatch(check -> check.startInterval() != null);
        return startInterval ? START_INTERVAL : USUAL;
    }
}
