package dev.modmon.cli.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/// What the user typed, typed. Every value has been read once already, so nothing here can fail.
public final class Input {
    private final Signature signature;
    private final ParsedInput parsed;

    Input(Signature signature, ParsedInput parsed) {
        this.signature = signature;
        this.parsed = parsed;
    }

    public <T> T get(Option<T> option) {
        return option.read(texts(option));
    }

    public <T> Optional<T> find(Argument<T> argument) {
        return all(argument).stream().findFirst();
    }

    /// The values of an argument that can be repeated.
    public <T> List<T> all(Argument<T> argument) {
        int index = position(argument);
        return parsed.arguments().stream()
                .filter(given ->
                        argument.repeatable() ? given.index() >= index : given.index() == index)
                .map(CommandArgument::value)
                .map(argument.reader()::read)
                .toList();
    }

    /// By identity: to compare records by value takes Java longer, the first time, than most commands.
    private int position(Argument<?> argument) {
        int position = 0;
        while (signature.arguments().get(position) != argument) {
            position++;
        }
        return position;
    }

    public <T> T get(Argument<T> argument) {
        return find(argument)
                .orElseThrow(() -> new IllegalStateException(argument.name() + " is optional."));
    }

    private List<String> texts(Option<?> option) {
        return parsed.options().stream()
                .filter(given -> option.longName().equals(given.longName()))
                .map(CommandOption::value)
                .map(text -> text == null ? "" : text)
                .toList();
    }
}
