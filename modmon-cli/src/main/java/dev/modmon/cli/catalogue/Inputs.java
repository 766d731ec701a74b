package dev.modmon.cli.catalogue;

import dev.modmon.cli.failure.UsageFailure;
import java.util.List;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/// The words of a command, held against its signature.
record Inputs(Signature signature, List<GivenOption> options, List<String> arguments) {
    /// @throws UsageFailure when an argument is missing or too many, or a value is not of its type
    ParsedInput checked() {
        checkCount();
        ParsedInput parsed = modelled();
        Input input = new Input(signature, parsed);
        signature.arguments().forEach(argument -> read(argument.name(), () -> input.all(argument)));
        signature
                .allOptions()
                .forEach(option -> read("--" + option.longName(), () -> input.get(option)));
        return parsed;
    }

    private void checkCount() {
        List<Argument<?>> wanted = signature.arguments();
        boolean repeatable = !wanted.isEmpty() && wanted.getLast().repeatable();
        if (arguments.size() > wanted.size() && !repeatable) {
            throw new UsageFailure(
                    "Unexpected argument '%s'.".formatted(arguments.get(wanted.size())),
                    Hints.usage(signature));
        }
        if (arguments.size() < wanted.size() && wanted.get(arguments.size()).required()) {
            throw new UsageFailure(
                    "%s is missing.".formatted(wanted.get(arguments.size()).name()),
                    Hints.usage(signature));
        }
    }

    private void read(String name, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException wrong) {
            throw new UsageFailure(
                    "%s: %s".formatted(name, wrong.getMessage()), Hints.usage(signature));
        }
    }

    private ParsedInput modelled() {
        ParsedInput.Builder parsed = ParsedInput.builder().commandName(signature.name());
        for (GivenOption given : options) {
            parsed.addOption(
                    CommandOption.with()
                            .shortName(given.option().shortName())
                            .longName(given.option().longName())
                            .value(given.option().isFlag() ? "true" : given.value())
                            .build());
        }
        for (int index = 0; index < arguments.size(); index++) {
            parsed.addArgument(new CommandArgument(index, arguments.get(index)));
        }
        return parsed.build();
    }
}
