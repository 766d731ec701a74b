package dev.modmon.installer.score;

import dev.modmon.installer.score.Verdict.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Imports and compiles every Compose file below a folder that `docker compose config` accepts, and holds the results
/// against what docker makes of the originals. `bin/score` starts it.
public final class Score {
    private static final Pattern LIKELY =
            Pattern.compile(
                    "(?m)^\\W*(services|include|networks|volumes|configs|secrets|name|version)\\W*:");

    private final Path folder;
    private final Path work;
    private final Docker docker = new Docker(System.getenv("PATH"));

    private Score(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    /// The whole result, as `--json` prints it.
    record Report(
            int files,
            long passed,
            double score,
            long stacksAccepted,
            long stacksExplained,
            Map<Failure, Long> failures,
            List<Verdict> failed) {}

    public static void main(String[] words) throws IOException, InterruptedException {
        List<String> given = Arrays.asList(words);
        Path folder = Path.of(given.getFirst()).toAbsolutePath().normalize();
        Path work = Path.of(given.get(1));
        Report report = of(folder, work);
        if (given.contains("--json")) {
            System.out.println(
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(report));
        } else {
            print(report);
        }
        System.exit(report.files() > 0 && report.failed().isEmpty() ? 0 : 1);
    }

    /// @param work a folder for what is made on the way
    static Report of(Path folder, Path work) throws IOException, InterruptedException {
        return new Score(folder, work).run();
    }

    private static void print(Report report) {
        for (Verdict verdict : report.failed()) {
            System.out.printf("%s: %s: %s%n", verdict.file(), verdict.failure(), verdict.detail());
        }
        if (!report.failed().isEmpty()) {
            System.out.println();
        }
        System.out.printf("files that docker compose takes  %6d%n", report.files());
        System.out.printf("stacks that docker takes         %6d%n", report.stacksAccepted());
        System.out.printf("stacks refused with reasons      %6d%n", report.stacksExplained());
        report.failures()
                .forEach((failure, count) -> System.out.printf("%-32s %6d%n", failure, count));
        System.out.printf(
                "score                            %6.2f %%  (%d of %d)%n",
                report.score(), report.passed(), report.files());
    }

    private Report run() throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Score::isCandidate).sorted().toList();
        }
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
            List<Future<Optional<Verdict>>> trials =
                    threads.invokeAll(
                            files.stream()
                                    .<java.util.concurrent.Callable<Optional<Verdict>>>map(
                                            file -> () -> verdict(file, files.indexOf(file)))
                                    .toList());
            return report(trials.stream().map(Score::result).flatMap(Optional::stream).toList());
        }
    }

    private static boolean isCandidate(Path file) {
        String name = file.toString();
        return (name.endsWith(".yml") || name.endsWith(".yaml"))
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && LIKELY.matcher(text(file)).find();
    }

    private Optional<Verdict> verdict(Path file, int number) throws IOException {
        Path place = work.resolve(String.valueOf(number));
        String name = folder.relativize(file).toString();
        try {
            return new Trial(
                            docker,
                            new CommandLine(work.resolve("home")),
                            file,
                            name,
                            place.resolve("app"))
                    .run();
        } catch (RuntimeException | StackOverflowError thrown) {
            return Optional.of(Verdict.failed(name, Failure.THREW, thrown.toString()));
        } finally {
            delete(place);
        }
    }

    private static Optional<Verdict> result(Future<Optional<Verdict>> trial) {
        try {
            return trial.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Report report(List<Verdict> verdicts) {
        List<Verdict> failed = verdicts.stream().filter(v -> v.failure() != null).toList();
        Map<Failure, Long> failures = new EnumMap<>(Failure.class);
        failed.forEach(v -> failures.merge(Objects.requireNonNull(v.failure()), 1L, Long::sum));
        long passed = verdicts.size() - failed.size();
        return new Report(
                verdicts.size(),
                passed,
                verdicts.isEmpty() ? 0 : 100.0 * passed / verdicts.size(),
                verdicts.stream().filter(v -> v.stack().equals("accepted")).count(),
                verdicts.stream().filter(v -> v.stack().equals("explained")).count(),
                failures,
                failed);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
