package dev.modmon.core.compose;

import java.util.Comparator;

/// A port of a service that is reachable from outside.
///
/// @param published on the node; 0: the engine chooses
public record PortSpec(int target, int published, Protocol protocol, Mode mode)
        implements Comparable<PortSpec> {
    /// Transport protocol.
    public enum Protocol {
        TCP,
        UDP,
        SCTP
    }

    /// Whether every node answers on the port (routing mesh), or only those that run a task.
    public enum Mode {
        INGRESS,
        HOST
    }

    private static final Comparator<PortSpec> ORDER =
            Comparator.comparingInt(PortSpec::target)
                    .thenComparingInt(PortSpec::published)
                    .thenComparing(PortSpec::protocol)
                    .thenComparing(PortSpec::mode);

    @Override
    public int compareTo(PortSpec other) {
        return ORDER.compare(this, other);
    }
}
