package dev.modmon.core.diagnostic;

/// A text of the user's as messages quote it: what is not printable ASCII is shown as `?`.
public final class ShownText {
    private static final int BRIEF = 40;

    private ShownText() {}

    /// For what may be of any length.
    public static String brief(String text) {
        String shown = whole(text);
        return shown.length() <= BRIEF ? shown : shown.substring(0, BRIEF) + "…";
    }

    public static String whole(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
