package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;

/// The image of an app repo, such as `registry.example.com/my-app:{tag}`; `{tag}` stands for the tag
/// that is deployed.
public record ImageTemplate(String value) {
    private static final String TAG = "{tag}";
    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_./:@-]{0,511}");

    public ImageTemplate {
        if (!GRAMMAR.matcher(value.replace(TAG, "tag")).matches()) {
            throw new IllegalArgumentException(
                    "Image '%s' must look like NAME:TAG or HOST/NAME:TAG, where TAG may be {tag}."
                            .formatted(ShownText.brief(value)));
        }
    }

    /// Whether a tag must be given.
    public boolean needsTag() {
        return value.contains(TAG);
    }

    public String withTag(ImageTag tag) {
        return value.replace(TAG, tag.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
