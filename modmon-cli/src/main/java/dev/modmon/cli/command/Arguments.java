package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Arguments and options that several commands take.
final class Arguments {
    static final Argument<EnvironmentName> ENVIRONMENT =
            Argument.required(
                    "ENV",
                    "An environment of modmon.yaml",
                    Choices.ENVIRONMENTS,
                    EnvironmentName::new);

    static final Argument<EnvironmentName> OPTIONAL_ENVIRONMENT =
            Argument.optional(
                    "ENV",
                    "An environment of modmon.yaml",
                    Choices.ENVIRONMENTS,
                    EnvironmentName::new);

    static final Option<List<Map.Entry<RepoName, ImageTag>>> TAG =
            Option.values(
                    Option.NO_SHORT_NAME,
                    "tag",
                    "REPO=TAG",
                    "Image tag of an app repo; the others keep theirs",
                    Arguments::tag);

    static final Option<Optional<String>> MESSAGE =
            Option.value(
                    'm',
                    "message",
                    "WHY",
                    "Why, for the list of releases",
                    Choices.NONE,
                    Arguments::message);

    static final Option<Boolean> DETACH =
            Option.flag(
                    Option.NO_SHORT_NAME, "detach", "Do not wait for the end of the deployment");

    private static final int LONGEST_MESSAGE = 500;

    private Arguments() {}

    /// The last one counts when a repo is named twice.
    static SortedMap<RepoName, ImageTag> byRepo(List<Map.Entry<RepoName, ImageTag>> tags) {
        SortedMap<RepoName, ImageTag> byRepo = new TreeMap<>();
        tags.forEach(tag -> byRepo.put(tag.getKey(), tag.getValue()));
        return byRepo;
    }

    private static Map.Entry<RepoName, ImageTag> tag(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "'%s' must be REPO=TAG, such as web=v2.".formatted(text));
        }
        return Map.entry(
                new RepoName(text.substring(0, equals)), new ImageTag(text.substring(equals + 1)));
    }

    private static String message(String text) {
        if (text.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "A message has at most %d characters.".formatted(LONGEST_MESSAGE));
        }
        return text;
    }
}
