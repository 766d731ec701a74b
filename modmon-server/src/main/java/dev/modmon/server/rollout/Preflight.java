package dev.modmon.server.rollout;

import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.server.rollout.ImageSource.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Pins every image of a stack before anything is touched. An image that cannot be had stops all, with every
/// such image named at once.
final class Preflight {
    private static final Duration REGISTRY_DEADLINE = Duration.ofSeconds(15);

    private final ImageSource images;

    Preflight(ImageSource images) {
        this.images = images;
    }

    /// @param running what runs already needs no registry: what no registry gives stays what it is
    Stack pin(Stack desired, ObservedStack running) {
        Map<ImageReference, Resolution> resolutions = resolveAll(desired);
        List<String> missing = new ArrayList<>();
        List<ServiceSpec> pinned = new ArrayList<>();
        for (ServiceSpec service : desired.services()) {
            ImageReference image = service.container().image();
            switch (resolutions.get(image)) {
                case Resolution.Pinned(var exact) ->
                        pinned.add(service.withContainer(service.container().withImage(exact)));
                case Resolution.OnNode(_) -> pinned.add(service);
                case Resolution.Missing(var reason) -> {
                    if (!runs(service, running)) {
                        missing.add("%s: %s".formatted(service.name(), reason));
                    }
                    pinned.add(service);
                }
                case null -> throw new IllegalStateException("Nobody looked for " + image);
            }
        }
        if (!missing.isEmpty()) {
            throw new RolloutRefusedException(String.join("\n", missing));
        }
        return desired.withServices(pinned);
    }

    private static boolean runs(ServiceSpec service, ObservedStack running) {
        ImageReference wanted = service.container().image();
        return running.service(service.name())
                .map(s -> s.spec().container().image())
                .filter(image ->
                        image.equals(wanted)
                                || (wanted.digest().isEmpty()
                                        && image.withoutDigest().equals(wanted)))
                .isPresent();
    }

    /// At the same time, for each may take as long as a registry does.
    private Map<ImageReference, Resolution> resolveAll(Stack desired) {
        Map<ImageReference, Future<Resolution>> asked = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServiceSpec service : desired.services()) {
                asked.computeIfAbsent(
                        service.container().image(),
                        image -> threads.submit(() -> images.resolve(image, REGISTRY_DEADLINE)));
            }
        }
        Map<ImageReference, Resolution> resolutions = new LinkedHashMap<>();
        asked.forEach((image, answer) -> resolutions.put(image, answer(answer)));
        return resolutions;
    }

    private static Resolution answer(Future<Resolution> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new RolloutRefusedException("It was interrupted while images were looked for.");
        }
    }
}
