package dev.modmon.server;

import dev.modmon.server.access.Accounts;
import dev.modmon.server.door.DoorAnswers;
import dev.modmon.server.door.Tokens;
import dev.modmon.server.job.JobQueue;
import dev.modmon.server.state.StateDirectory;
import java.util.Objects;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How callers come in.
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    @Bean
    DoorAnswers doorAnswers(Tokens tokens, ServletWebServerApplicationContext context) {
        return new DoorAnswers(
                tokens, () -> Objects.requireNonNull(context.getWebServer()).getPort());
    }

    @Bean
    DoorKeeper doorKeeper(
            ServerSettings settings,
            StateDirectory state,
            Accounts accounts,
            DoorAnswers answers,
            JobQueue jobs) {
        return new DoorKeeper(settings, state, accounts, answers, jobs);
    }
}
