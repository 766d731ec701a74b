package dev.modmon.cli.quickstart.engine;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Takes a stack off the engine with its networks and volumes, without a server, which is gone by then.
public final class StackRemoval {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Engine engine;
    private final String stack;

    public StackRemoval(Engine engine, String stack) {
        this.engine = engine;
        this.stack = stack;
    }

    public void run() {
        engine.servicesOf(stack).forEach(engine::removeService);
        // The engine stops tasks on its own; what still mounts a volume or holds a network keeps it
        // from going.
        await(() -> engine.containersOf(stack).isEmpty(), "containers");
        await(() -> gone(engine.networksOf(stack), engine::removeNetwork), "networks");
        await(() -> gone(engine.volumesOf(stack), engine::removeVolume), "volumes");
    }

    private static boolean gone(List<String> names, Consumer<String> remove) {
        try {
            names.forEach(remove);
            return true;
        } catch (Failure stillInUse) {
            return false;
        }
    }

    private void await(BooleanSupplier done, String what) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Failure(
                        ExitCode.FAILED,
                        "removal-stuck",
                        "The %s of stack '%s' do not go away.".formatted(what, stack),
                        "Look at 'docker ps -a' and run the removal again.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted("Interrupted while removing.", "");
        }
    }
}
