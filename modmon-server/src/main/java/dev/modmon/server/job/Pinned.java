package dev.modmon.server.job;

import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.server.rollout.RolloutResult;
import java.util.Map;
import java.util.stream.Collectors;

/// A stack with the digests that a rollout found, so that going back to it brings the same bytes.
final class Pinned {
    private Pinned() {}

    static Stack stack(Stack wanted, RolloutResult result) {
        Map<String, String> images =
                result.services().stream()
                        .filter(service -> ImageReference.isValid(service.image()))
                        .collect(
                                Collectors.toMap(
                                        service -> service.name().value(),
                                        RolloutResult.ServiceResult::image));
        return wanted.withServices(
                wanted.services().stream().map(service -> pin(service, images)).toList());
    }

    private static ServiceSpec pin(ServiceSpec service, Map<String, String> images) {
        String image = images.get(service.name().value());
        return image == null
                ? service
                : service.withContainer(service.container().withImage(new ImageReference(image)));
    }
}
