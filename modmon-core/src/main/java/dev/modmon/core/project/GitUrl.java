package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;

/// Where a git repository is: `git@HOST:PATH`, `ssh://[USER@]HOST[:PORT]/PATH` or
/// `https://HOST[:PORT]/PATH`. No other transport, and no password: those end up in logs.
public record GitUrl(String value) {
    private static final String HOST = "[a-zA-Z0-9]([a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?";
    private static final String USER = "[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,63}";
    private static final String PATH = "[a-zA-Z0-9_~.][a-zA-Z0-9_~.+%/-]{0,511}";
    private static final Pattern GRAMMAR =
            Pattern.compile(
                    USER
                            + "@"
                            + HOST
                            + ":/?"
                            + PATH
                            + "|ssh://("
                            + USER
                            + "@)?"
                            + HOST
                            + "(:[0-9]{1,5})?/"
                            + PATH
                            + "|https://"
                            + HOST
                            + "(:[0-9]{1,5})?/"
                            + PATH);

    public GitUrl {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Git URL '%s' must look like git@HOST:PATH, ssh://HOST/PATH or https://HOST/PATH, without a password."
                            .formatted(shown(value)));
        }
    }

    /// For messages: without what might be a password.
    static String shown(String url) {
        return ShownText.brief(url.replaceFirst("//[^/@]*@", "//…@"));
    }

    @Override
    public String toString() {
        return value;
    }
}
