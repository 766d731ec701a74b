package dev.modmon.server.docker;

import dev.modmon.core.compose.ImageReference;
import dev.modmon.server.rollout.ImageSource;
import dev.modmon.server.rollout.PlatformException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Images as a Docker Engine gets them.
final class DockerImageSource implements ImageSource {
    private static final Pattern LOADED = Pattern.compile("Loaded image: (\\S+)");

    private final EngineApi api;
    private final ImageCatalog catalog;

    DockerImageSource(EngineApi api, ImageCatalog catalog) {
        this.api = api;
        this.catalog = catalog;
    }

    @Override
    public Resolution resolve(ImageReference image, Duration deadline) {
        String registrySays;
        try {
            JsonNode answer = askRegistry(image, deadline);
            String digest = answer.path("Descriptor").path("digest").asString("");
            ImageReference pinned = image.withDigest(digest);
            catalog.remember(pinned, answer);
            return new Resolution.Pinned(pinned);
        } catch (PlatformException refusal) {
            registrySays = reason(refusal);
        }
        if (!isOnNode(image)) {
            return new Resolution.Missing(
                    "Image %s cannot be pulled: %s; and it is not on the node."
                            .formatted(image, registrySays));
        }
        int nodes = api.get("list the nodes", EnginePath.of("nodes")).size();
        return nodes == 1
                ? new Resolution.OnNode(image)
                : new Resolution.Missing(
                        "Image %s cannot be pulled: %s; it is on this node, but not on all %d of the cluster. Push it to a registry."
                                .formatted(image, registrySays, nodes));
    }

    /// The engine itself sets no limit to how long a registry may take.
    private JsonNode askRegistry(ImageReference image, Duration deadline) {
        var question =
                new FutureTask<>(() ->
                        api.get("pull", new EnginePath("/distribution/%s/json".formatted(image))));
        Thread.ofVirtual().name("registry-lookup").start(question);
        try {
            return question.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLate) {
            throw unanswered(
                    "its registry did not answer within %d s".formatted(deadline.toSeconds()));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw unanswered("the wait for its registry was interrupted");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PlatformException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static PlatformException unanswered(String reason) {
        return new PlatformException(PlatformException.Kind.UNAVAILABLE, "Cannot pull: " + reason);
    }

    private static String reason(PlatformException refusal) {
        return String.valueOf(refusal.getMessage()).replaceFirst("^Cannot pull: ", "");
    }

    private boolean isOnNode(ImageReference image) {
        try {
            api.get(
                    "look for image %s on the node".formatted(image),
                    new EnginePath("/images/%s/json".formatted(image)));
            return true;
        } catch (PlatformException refusal) {
            if (refusal.kind() == PlatformException.Kind.NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }

    @Override
    public List<String> load(InputStream archive) {
        String operation = "load images into the node";
        List<String> loaded = new ArrayList<>();
        for (JsonNode message :
                api.upload(operation, EnginePath.of("images", "load").with("quiet", 1), archive)) {
            if (message.has("error")) {
                throw new PlatformException(
                        PlatformException.Kind.REFUSED,
                        "Cannot %s: %s".formatted(operation, message.path("error").asString("")));
            }
            Matcher name = LOADED.matcher(message.path("stream").asString(""));
            if (name.find()) {
                loaded.add(name.group(1));
            }
        }
        return loaded;
    }
}
