package dev.modmon.cli.quickstart;

import dev.modmon.cli.command.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the quickstart says when all is done.
final class Ending {
    private final ExamplePage page;
    private final Path directory;
    private final Surroundings surroundings;
    private final List<Narration.Told> steps;

    Ending(
            ExamplePage page,
            Path directory,
            Surroundings surroundings,
            List<Narration.Told> steps) {
        this.page = page;
        this.directory = directory;
        this.surroundings = surroundings;
        this.steps = steps;
    }

    /// What `--json` prints.
    record Report(
            String url,
            String directory,
            String environment,
            List<Narration.Told> steps,
            List<String> next) {}

    Report report() {
        return new Report(
                page.url(),
                directory.toString(),
                ExampleCluster.ENVIRONMENT.value(),
                steps,
                commands().stream().map(Next::command).toList());
    }

    List<String> lines() {
        int width = commands().stream().mapToInt(next -> next.command().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        text.append("\nIt runs: open ").append(page.url()).append('\n');
        text.append("  web      the page, with its version and environment\n");
        text.append("  counter  counts visits behind it, in a volume\n");
        text.append("\nThe master repo is ").append(shown()).append(". Try next:\n");
        for (Next next : commands()) {
            String gap = " ".repeat(width - next.command().length() + 3);
            text.append("  ").append(next.command()).append(gap).append(next.why()).append('\n');
        }
        text.append("\n'")
                .append(program())
                .append(" quickstart --remove' takes it all away again.");
        return text.toString().lines().toList();
    }

    private record Next(String command, String why) {}

    private List<Next> commands() {
        String modmon = program() + " -C " + shown();
        return List.of(
                new Next(modmon + " status", "what runs"),
                new Next(modmon + " deploy local --tag web=v2", "a new version"),
                new Next(
                        modmon + " deploy local --tag web=broken",
                        "one that never gets healthy, and goes back"));
    }

    private String shown() {
        Path here = surroundings.directory();
        return directory.startsWith(here)
                ? "./" + here.relativize(directory)
                : directory.toString();
    }

    /// As the user can type it.
    private String program() {
        Map<String, String> environment = surroundings.environment();
        String said = environment.getOrDefault("MODMON_COMMAND", "");
        return said.isEmpty() ? "modmon" : said;
    }
}
