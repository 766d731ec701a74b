package dev.modmon.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.TestConsole;
import dev.modmon.cli.cluster.FakeCluster;
import dev.modmon.cli.cluster.FakeCluster.Mood;
import dev.modmon.cli.cluster.Target;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JobWatchTests {
    private static final Target TARGET =
            new Target(new ProjectName("shop"), new EnvironmentName("staging"));

    private final TestConsole console = TestConsole.piped();
    private String farewell = "";

    /// Presses Ctrl-C while the job is followed.
    private void interrupt(boolean json) {
        FakeCluster cluster = new FakeCluster(Mood.WELL);
        JobReport job = cluster.rollback(TARGET, new RollbackRequest(null, null));
        cluster.whileFollowing(() -> {
            console.farewell().orElseThrow().run();
            farewell = json ? console.out() : console.err();
        });
        new JobWatch(console.console(), TARGET, json, true).follow(cluster, job);
    }

    @Test
    void saysThatTheDeploymentGoesOnWhenItIsInterrupted() {
        interrupt(false);

        assertThat(farewell)
                .isEqualTo(
                        """

                        modmon: Interrupted; the deployment of 'shop/staging' goes on on the cluster.
                          Follow it with 'modmon status staging'.
                        """);
        assertThat(console.farewell()).as("after the end").isEmpty();
    }

    @Test
    void saysItAsJsonWhereThatIsWanted() {
        interrupt(true);

        assertThat(JsonMapper.shared().readTree(farewell).path("error").path("code").asString())
                .isEqualTo("interrupted");
    }
}
