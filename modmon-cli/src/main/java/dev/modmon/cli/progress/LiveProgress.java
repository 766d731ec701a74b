package dev.modmon.cli.progress;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Durations;
import dev.modmon.cli.console.Style;
import dev.modmon.cli.console.Table;
import dev.modmon.core.api.JobEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A line for each service and one for the whole, painted over as things change; the time in it shows that we are still
/// there when nothing does.
final class LiveProgress implements Progress {
    private static final int MOST_LINES = 15;
    private static final String UP_AND_CLEAR = "\033[%dA\033[0J";

    private final Console console;
    private final int width;
    private final InstantSource time;
    private final Instant start;
    private final SequencedMap<String, JobEvent.Service> services = new LinkedHashMap<>();
    private @Nullable ScheduledExecutorService clock;
    private String phase = "queued";
    private int painted;
    private boolean closed;

    LiveProgress(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
        this.start = time.instant();
        // The last column stays empty: some terminals break the line when it is written.
        this.width = Math.max(20, console.noteWidth() - 1);
    }

    /// One that is painted each second, whether or not something happens.
    static LiveProgress ticking(Console console) {
        LiveProgress progress = new LiveProgress(console, InstantSource.system());
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        clock.scheduleAtFixedRate(progress::paint, 1, 1, TimeUnit.SECONDS);
        progress.clock = clock;
        return progress;
    }

    @Override
    public synchronized void show(JobEvent event) {
        switch (event) {
            case JobEvent.Phase(_, var name, var text) -> phase = text.isEmpty() ? name : text;
            case JobEvent.Service service -> services.put(service.name(), service);
            case JobEvent.Finished _ -> phase = "done";
        }
        paint();
    }

    @Override
    public synchronized void say(String text) {
        phase = text;
        paint();
    }

    private synchronized void paint() {
        if (closed) {
            return;
        }
        List<String> lines = lines();
        StringBuilder frame = new StringBuilder();
        if (painted > 0) {
            frame.append(UP_AND_CLEAR.formatted(painted));
        }
        lines.forEach(line -> frame.append(line).append('\n'));
        console.noteRaw(frame.toString());
        painted = lines.size();
    }

    private List<String> lines() {
        List<JobEvent.Service> shown = shown();
        int names = shown.stream().mapToInt(service -> service.name().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (JobEvent.Service service : shown) {
            String name = service.name() + " ".repeat(names - service.name().length());
            String text = Table.cut(name + "  " + ServiceLine.text(service), width - 4);
            Style style = ServiceLine.style(service);
            String rest = text.substring(Math.min(text.length(), names));
            lines.add(
                    "  %s %s%s"
                            .formatted(
                                    console.paintedNote(style, ServiceLine.mark(service)),
                                    text.substring(0, Math.min(text.length(), names)),
                                    console.paintedNote(style, rest)));
        }
        String whole = "  %s (%s)".formatted(phase, elapsed());
        lines.add(console.paintedNote(Style.DIM, Table.cut(whole, width)));
        return lines;
    }

    /// Lines that have left the screen cannot be painted over, so there must not be too many.
    private List<JobEvent.Service> shown() {
        if (services.size() <= MOST_LINES) {
            return List.copyOf(services.values());
        }
        List<JobEvent.Service> moving =
                services.values().stream()
                        .filter(service -> !ServiceLine.isSettled(service))
                        .toList();
        return moving.subList(0, Math.min(MOST_LINES, moving.size()));
    }

    private String elapsed() {
        Duration elapsed = Duration.between(start, time.instant());
        return elapsed.toSeconds() < 60 ? elapsed.toSeconds() + " s" : Durations.of(elapsed);
    }

    /// Leaves the services as they were last, and takes the line for the whole away.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (clock != null) {
            clock.shutdownNow();
        }
        if (painted > 0) {
            console.noteRaw(UP_AND_CLEAR.formatted(1));
        }
    }
}
