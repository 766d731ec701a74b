package dev.modmon.cli.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An option of a command, and the key to its typed value in [Input].
public final class Option<T> {
    private final char shortName;
    private final String longName;
    private final String placeholder;
    private final String summary;
    private final Choices choices;
    private final boolean repeatable;
    private final Function<List<String>, T> read;

    private Option(
            char shortName,
            String longName,
            String placeholder,
            String summary,
            Choices choices,
            boolean repeatable,
            Function<List<String>, T> read) {
        this.shortName = shortName;
        this.longName = longName;
        this.placeholder = placeholder;
        this.summary = summary;
        this.choices = choices;
        this.repeatable = repeatable;
        this.read = read;
    }

    /// Marks an option without a short name.
    public static final char NO_SHORT_NAME = ' ';

    public static Option<Boolean> flag(char shortName, String longName, String summary) {
        return new Option<>(
                shortName, longName, "", summary, Choices.NONE, false, texts -> !texts.isEmpty());
    }

    /// An option with a value; when it is given more than once, the last one counts.
    public static <T> Option<Optional<T>> value(
            char shortName,
            String longName,
            String placeholder,
            String summary,
            Choices choices,
            ValueReader<T> reader) {
        return new Option<>(
                shortName,
                longName,
                placeholder,
                summary,
                choices,
                false,
                texts ->
                        texts.isEmpty()
                                ? Optional.empty()
                                : Optional.of(reader.read(texts.getLast())));
    }

    /// An option that can be given many times, each time with another value.
    public static <T> Option<List<T>> values(
            char shortName,
            String longName,
            String placeholder,
            String summary,
            ValueReader<T> reader) {
        return new Option<>(
                shortName,
                longName,
                placeholder,
                summary,
                Choices.NONE,
                true,
                texts -> texts.stream().map(reader::read).toList());
    }

    T read(List<String> texts) {
        return read.apply(texts);
    }

    public char shortName() {
        return shortName;
    }

    public String longName() {
        return longName;
    }

    public Choices choices() {
        return choices;
    }

    public String summary() {
        return summary;
    }

    public boolean isFlag() {
        return placeholder.isEmpty();
    }

    public boolean isNamed(String word) {
        return word.equals("--" + longName)
                || (shortName != NO_SHORT_NAME && word.equals("-" + shortName));
    }

    /// `-m, --message WHY`
    String heading() {
        String names =
                shortName == NO_SHORT_NAME
                        ? "    --" + longName
                        : "-%c, --%s".formatted(shortName, longName);
        return isFlag() ? names : names + " " + placeholder;
    }

    /// `[--tag REPO=TAG]...`
    String usage() {
        String name = shortName == NO_SHORT_NAME ? "--" + longName : "-" + shortName;
        String once = isFlag() ? "[" + name + "]" : "[" + name + " " + placeholder + "]";
        return repeatable ? once + "..." : once;
    }
}
