package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;

/// Where an environment is reached by its users: an `http` or `https` URL.
public record WebUrl(String value) {
    private static final Pattern GRAMMAR =
            Pattern.compile(
                    "https?://([a-zA-Z0-9]([a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?|\\[[0-9a-fA-F:]+])(:[0-9]{1,5})?(/[\\x21-\\x7e]{0,1024})?");

    public WebUrl {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "URL '%s' must look like https://example.com or http://localhost:8080."
                            .formatted(ShownText.brief(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
