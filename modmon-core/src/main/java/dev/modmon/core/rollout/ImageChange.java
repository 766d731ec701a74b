package dev.modmon.core.rollout;

import dev.modmon.core.compose.ImageReference;
import java.util.Optional;

/// Another image than the one that runs, as it may be printed.
record ImageChange(String before, String after) {
    /// Empty when the running image is the wanted one. A wanted image without a digest (it is only
    /// on the node, or no registry was asked) is compared by name and tag.
    static Optional<ImageChange> between(ImageReference before, ImageReference after) {
        boolean sameName = familiar(before).equals(familiar(after));
        boolean sameDigest = after.digest().isEmpty() || after.digest().equals(before.digest());
        if (sameName && sameDigest) {
            return Optional.empty();
        }
        String from = shown(before);
        String to = shown(after);
        return Optional.of(new ImageChange(from, from.equals(to) ? to + " (new digest)" : to));
    }

    /// Without digest, and without what docker's client leaves out or fills in by itself, so that
    /// `docker.io/library/redis` and `redis:latest` are one name.
    private static String familiar(ImageReference image) {
        String name = image.name().replaceFirst("^(index\\.)?docker\\.io/", "");
        name = name.replaceFirst("^library/", "");
        return name
                + image.tag()
                        .map(tag -> ":" + tag)
                        .orElse(image.digest().isPresent() ? "" : ":latest");
    }

    private static String shown(ImageReference image) {
        return image.tag().isPresent() || image.digest().isEmpty()
                ? image.withoutDigest().value()
                : image.value();
    }
}
