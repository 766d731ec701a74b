package dev.modmon.cli.scaffold;

import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.edit.YamlText;
import java.util.regex.Pattern;

/// The image of something to be added.
record Image(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_./:@{}-]{0,511}");
    private static final String TAG = ":{tag}";

    Image {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no image; write one such as ghcr.io/acme/shop:1.4."
                            .formatted(ShownText.whole(value)));
        }
    }

    /// That of an app repo: its tag is said when it is deployed.
    Image ofRepo() {
        boolean tagged = value.lastIndexOf(':') > value.lastIndexOf('/');
        return tagged ? this : new Image(value + TAG);
    }

    /// Braces need no quotes, but in brackets.
    String yaml() {
        return value.endsWith(TAG) ? value : YamlText.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
