package dev.modmon.core.cluster;

import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.project.GitUrl;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whose machines a cluster is made of: a name that Modmon knows, such as `vultr`, or a description at a path
/// of the master repo or of another repository.
///
/// @param source the repository that has the description; null for the master repo
public record Provider(String name, @Nullable GitUrl source) {
    private static final String STEP = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}";
    private static final Pattern GRAMMAR = Pattern.compile(STEP + "(/" + STEP + "){0,7}");

    public Provider {
        checkName(name);
    }

    /// @throws IllegalArgumentException when this can be neither a name nor a path
    static String checkName(String name) {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Provider '%s' must be a name such as vultr, or a path such as providers/my-own."
                            .formatted(ShownText.whole(name)));
        }
        return name;
    }
}
