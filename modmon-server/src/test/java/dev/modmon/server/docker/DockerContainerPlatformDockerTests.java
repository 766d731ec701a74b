package dev.modmon.server.docker;

import dev.modmon.core.compose.StackName;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.ContainerPlatformContract;
import dev.modmon.server.rollout.Sleeper;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DockerContainerPlatformDockerTests extends ContainerPlatformContract {
    @RegisterExtension final TestEngine testbed = new TestEngine();

    private final StackName name = testbed.newStack();

    @Override
    protected ContainerPlatform platform() {
        return testbed.engine().platform();
    }

    @Override
    protected void pause() throws InterruptedException {
        Sleeper.REAL.sleep(Duration.ofMillis(200));
    }

    @Override
    protected Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    protected StackName stackName() {
        return name;
    }

    @Override
    protected String image(String tag) {
        return TestEngine.app(tag);
    }
}
