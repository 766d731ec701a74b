package dev.modmon.server.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Everything that can be asked of the server. What is not in here does not exist.
public record OperationTable(List<Operation> operations) {
    public OperationTable {
        operations = List.copyOf(operations);
        Set<String> seen = new HashSet<>();
        for (Operation operation : operations) {
            if (!seen.add(operation.name())
                    || !seen.add(operation.verb() + " " + operation.path())) {
                throw new IllegalArgumentException(
                        "Two operations share the name or the address of %s (%s %s)."
                                .formatted(operation.name(), operation.verb(), operation.path()));
            }
        }
    }
}
