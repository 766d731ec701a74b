package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.quickstart.engine.Engine;
import dev.modmon.cli.quickstart.engine.EngineInfo;
import dev.modmon.cli.quickstart.engine.EngineState;
import java.util.Optional;

/// A swarm that this engine manages; a new one listens on the loopback address only.
final class SwarmStep implements Step {
    private final Trail trail;
    private final Engine engine;

    SwarmStep(Trail trail, Engine engine) {
        this.trail = trail;
        this.engine = engine;
    }

    @Override
    public String name() {
        return "swarm";
    }

    @Override
    public Optional<String> present() {
        EngineInfo info = engine.info();
        if (info.inSwarm() && !info.manager()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "swarm-worker",
                    "This machine is a worker of somebody's swarm, or that swarm has no leader.",
                    "The quickstart needs a machine that manages its swarm; use another one.");
        }
        return info.inSwarm() ? Optional.of("The engine manages a swarm.") : Optional.empty();
    }

    @Override
    public String apply() {
        trail.record(new Mark.SwarmMade()); // first: only what is recorded is taken back
        engine.initSwarm();
        return "The engine is a swarm of one, on 127.0.0.1 only.";
    }

    @Override
    public Optional<String> undo() {
        if (trail.find(Mark.SwarmMade.class).isEmpty()) {
            return Optional.empty();
        }
        if (engine.state() instanceof EngineState.Answering && engine.info().inSwarm()) {
            if (!engine.services().isEmpty()) {
                trail.forget(Mark.SwarmMade.class);
                return Optional.of("The swarm was left as it is: it runs other services.");
            }
            engine.leaveSwarm();
        }
        trail.forget(Mark.SwarmMade.class);
        return Optional.of("Left the swarm.");
    }
}
