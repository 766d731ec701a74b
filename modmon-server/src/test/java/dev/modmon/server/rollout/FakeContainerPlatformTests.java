package dev.modmon.server.rollout;

import dev.modmon.core.compose.StackName;
import java.time.Clock;
import java.time.Duration;

class FakeContainerPlatformTests extends ContainerPlatformContract {
    private final FakeContainerPlatform platform = new FakeContainerPlatform();
    private final StackName name = Fixtures.uniqueName();

    @Override
    protected ContainerPlatform platform() {
        return platform;
    }

    @Override
    protected Clock clock() {
        return platform.clock();
    }

    @Override
    protected void pause() throws InterruptedException {
        platform.sleeper().sleep(Duration.ofMillis(500));
    }

    @Override
    protected StackName stackName() {
        return name;
    }

    @Override
    protected String image(String tag) {
        return "app:" + tag;
    }
}
