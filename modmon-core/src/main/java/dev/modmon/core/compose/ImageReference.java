package dev.modmon.core.compose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A container image as `[HOST[:PORT]/]PATH[:TAG][@DIGEST]`.
///
/// The grammar is that of the OCI distribution specification, as github.com/distribution/reference
/// writes it down.
public record ImageReference(String value) {
    private static final Pattern GRAMMAR =
            Pattern.compile(
                    "(?<name>(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::[0-9]+)?/)?"
                            + "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*)"
                            + "(?::(?<tag>[\\w][\\w.-]{0,127}))?"
                            + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");
    private static final int MAX_LENGTH = 512;

    public ImageReference {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Image '%s' must look like NAME, NAME:TAG or HOST/NAME:TAG.".formatted(value));
        }
    }

    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && GRAMMAR.matcher(text).matches();
    }

    /// Everything before tag and digest.
    public String name() {
        return part("name").orElseThrow();
    }

    public Optional<String> tag() {
        return part("tag");
    }

    /// `sha256:…`, when the reference is pinned.
    public Optional<String> digest() {
        return part("digest");
    }

    public ImageReference withDigest(String digest) {
        return new ImageReference(withoutDigest().value + "@" + digest);
    }

    public ImageReference withoutDigest() {
        int at = value.indexOf('@');
        return at < 0 ? this : new ImageReference(value.substring(0, at));
    }

    private Optional<String> part(String group) {
        Matcher matcher = GRAMMAR.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException(value);
        }
        return Optional.ofNullable(matcher.group(group));
    }

    @Override
    public String toString() {
        return value;
    }
}
