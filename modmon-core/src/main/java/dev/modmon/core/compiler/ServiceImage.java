package dev.modmon.core.compiler;

import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.Repo;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlScalar.Type;
import java.util.Optional;

/// Finds the image of a service: its own, or that of its app repo, with the tag that is deployed.
final class ServiceImage {
    /// Keeps a service with a mistake going, so that its other mistakes are found too.
    private static final ImageReference NONE = new ImageReference("none:none");

    private static final String TAG = "{tag}";

    private final ImageTags tags;
    private final Diagnostics diagnostics;

    ServiceImage(ImageTags tags, Diagnostics diagnostics) {
        this.tags = tags;
        this.diagnostics = diagnostics;
    }

    /// The service with its image filled in.
    YamlMapping fill(YamlMapping service, Optional<Repo> repo) {
        Optional<Located<String>> own =
                service.get("image")
                        .filter(YamlScalar.class::isInstance)
                        .map(YamlScalar.class::cast)
                        .filter(scalar -> !scalar.isNull())
                        .map(scalar -> new Located<>(scalar.text(), scalar.place()));
        Optional<Located<String>> image = own.or(() -> repo.flatMap(ServiceImage::ofRepo));
        if (repo.isEmpty() || image.isEmpty()) {
            return service;
        }
        String text = withTag(image.get(), repo.get());
        String tag = own.isPresent() ? service.get("image").map(YamlNode::tag).orElse("") : "";
        YamlScalar filled =
                new YamlScalar(image.get().place(), tag, text, Type.TEXT, YamlScalar.NOT_VERBATIM);
        return service.with(new Entry("image", image.get().place(), filled));
    }

    private static Optional<Located<String>> ofRepo(Repo repo) {
        return Optional.ofNullable(repo.image())
                .map(image -> new Located<>(image.value().value(), image.place()));
    }

    private String withTag(Located<String> image, Repo repo) {
        if (!image.value().contains(TAG)) {
            return image.value();
        }
        ImageTag tag = tags.given().get(repo.name());
        if (tag == null && tags.complete()) {
            diagnostics.error(
                    "repo.no-tag",
                    image.place(),
                    "No tag is given for the image '%s' of repo '%s'."
                            .formatted(image.value(), repo.name()),
                    "Say which version to deploy: --tag %s=TAG.".formatted(repo.name()));
        }
        return image.value().replace(TAG, (tag == null ? ImageTags.PLACEHOLDER : tag).value());
    }

    /// @param service the fields of the filled service
    ImageReference parse(YamlFields service, String owner, Place name) {
        Optional<Located<String>> text = service.text("image");
        if (text.isEmpty()) {
            reportMissing(service, owner, name);
            return NONE;
        }
        if (!ImageReference.isValid(text.get().value())) {
            diagnostics.error(
                    "service.bad-image",
                    text.get().place(),
                    "Image '%s' of %s must look like NAME:TAG or HOST/NAME:TAG."
                            .formatted(text.get().value(), owner),
                    "Names are in lower case.");
            return NONE;
        }
        ImageReference image = new ImageReference(text.get().value());
        boolean moving = image.tag().isEmpty() || image.tag().get().equals("latest");
        if (moving && image.digest().isEmpty()) {
            diagnostics.warning(
                    "service.moving-image",
                    text.get().place(),
                    "Image '%s' of %s is whatever is newest when it is deployed."
                            .formatted(image, owner),
                    "Name a version: '%s:VERSION'.".formatted(image.name()));
        }
        return image;
    }

    /// Reports a service that has neither an image nor a way to build one.
    void checkThere(Entry service) {
        YamlMapping keys = (YamlMapping) service.value();
        if (!keys.has("image") && !keys.has("build") && !keys.has("provider")) {
            String owner = "service '%s'".formatted(service.key());
            reportMissing(YamlFields.of(keys, owner, diagnostics), owner, service.place());
        }
    }

    private void reportMissing(YamlFields service, String owner, Place name) {
        if (service.node("build").isPresent()) {
            diagnostics.error(
                    "compose.not-in-swarm",
                    service.placeOf("build"),
                    "%s is to be built, but a Swarm only runs images."
                            .formatted(Sentence.start(owner)),
                    "Build and push the image, then name it with 'image:'.");
        } else if (service.node("image").isEmpty()) {
            diagnostics.error(
                    "service.no-image",
                    name,
                    "%s has no image.".formatted(Sentence.start(owner)),
                    "Add 'image:'.");
        }
    }
}
