package dev.modmon.cli.catalogue;

import dev.modmon.cli.failure.ExitCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What `help` prints.
public final class HelpText {
    private static final String INDENT = "  ";

    private HelpText() {}

    /// All commands.
    public static String of(Catalogue catalogue) {
        StringBuilder text = new StringBuilder();
        text.append("Modmon deploys an app to your own machines, from one git repository.\n\n");
        text.append("Usage: modmon COMMAND ...    one command\n");
        text.append("       modmon                an interactive session\n");
        Map<String, List<CatalogueCommand>> groups =
                catalogue.commands().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CatalogueCommand::getGroup,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        groups.forEach((group, commands) -> {
            text.append('\n').append(group).append('\n');
            commands.forEach(
                    command -> entry(text, 28, heading(command), command.getDescription()));
        });
        options(text, "Options of every command", CommonOptions.ALL);
        exitCodes(text);
        text.append("\n'modmon help COMMAND' explains one of them.\n");
        return text.toString();
    }

    /// Commands that begin with the same words.
    public static String of(String begun, List<CatalogueCommand> commands) {
        StringBuilder text = new StringBuilder();
        text.append("Usage: modmon ").append(begun).append(" ...\n\n");
        commands.forEach(command -> entry(text, 28, heading(command), command.getDescription()));
        text.append("\n'modmon help ")
                .append(commands.getFirst().getName())
                .append("' explains one of them.\n");
        return text.toString();
    }

    /// One command.
    static String of(Signature signature) {
        StringBuilder text = new StringBuilder();
        text.append(signature.summary())
                .append(".\n\nUsage: ")
                .append(signature.usage())
                .append('\n');
        signature.details().forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
        if (!signature.arguments().isEmpty()) {
            text.append("\nArguments\n");
            signature.arguments().forEach(a -> entry(text, 24, a.name(), a.summary()));
        }
        if (!signature.options().isEmpty()) {
            options(text, "Options", signature.options());
        }
        options(text, "Options of every command", CommonOptions.ALL);
        if (!signature.examples().isEmpty()) {
            text.append("\nExamples\n");
            signature.examples().forEach(line -> text.append(INDENT).append(line).append('\n'));
        }
        return text.toString();
    }

    private static String heading(CatalogueCommand command) {
        return command.signature().arguments().stream()
                .map(Argument::usage)
                .collect(Collectors.joining(" ", command.getName() + " ", ""))
                .strip();
    }

    private static void options(StringBuilder text, String title, List<Option<?>> options) {
        text.append('\n').append(title).append('\n');
        options.forEach(option -> entry(text, 24, option.heading(), option.summary()));
    }

    private static void exitCodes(StringBuilder text) {
        text.append("\nExit codes\n");
        Arrays.stream(ExitCode.values())
                .forEach(code -> entry(text, 5, "" + code.number(), code.meaning()));
    }

    private static void entry(StringBuilder text, int width, String left, String right) {
        String gap = " ".repeat(Math.max(2, width - left.length()));
        text.append(INDENT).append(left).append(gap).append(right).append('\n');
    }
}
