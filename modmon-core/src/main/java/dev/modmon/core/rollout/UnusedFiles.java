package dev.modmon.core.rollout;

import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.project.ServiceName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the configs and secrets of a stack that nobody needs once a plan is carried out. What runs now
/// is what a rollout goes back to, so its files stay until the next one; of a service that the plan
/// leaves alone, the engine itself may go back to the spec before.
final class UnusedFiles {
    private final Stack desired;
    private final ObservedStack observed;
    private final Collection<ServiceName> unchanged;

    UnusedFiles(Stack desired, ObservedStack observed, Collection<ServiceName> unchanged) {
        this.desired = desired;
        this.observed = observed;
        this.unchanged = unchanged;
    }

    Stream<Step> removals() {
        return Stream.of(FileKind.values()).flatMap(this::removals);
    }

    private Stream<Step> removals(FileKind kind) {
        Set<String> needed = needed(kind);
        return observed.files().of(kind).stream()
                .filter(name -> !needed.contains(name))
                .sorted()
                .map(name -> new Step.RemoveFile(kind, name));
    }

    private Set<String> needed(FileKind kind) {
        Set<String> needed = new HashSet<>();
        desired.files(kind).stream().map(StoredFile::storedName).forEach(needed::add);
        for (ObservedService service : observed.services()) {
            ServiceSpec spec = service.spec();
            needed.addAll(ObservedFiles.granted(spec.container().files()).of(kind));
            if (unchanged.contains(spec.name())) {
                needed.addAll(service.formerFiles().of(kind));
            }
        }
        return needed;
    }
}
