package dev.modmon.server;

import dev.modmon.core.api.VersionReport;
import dev.modmon.server.access.AcceptedRules;
import dev.modmon.server.access.Accounts;
import dev.modmon.server.access.Admins;
import dev.modmon.server.door.Tokens;
import dev.modmon.server.operation.AuditLog;
import dev.modmon.server.operation.CommitOperations;
import dev.modmon.server.operation.DeployOperations;
import dev.modmon.server.operation.Gate;
import dev.modmon.server.operation.JobOperations;
import dev.modmon.server.operation.OperationTable;
import dev.modmon.server.operation.ServerOperations;
import dev.modmon.server.operation.ServiceOperations;
import dev.modmon.server.rest.Dispatcher;
import dev.modmon.server.rest.OpenApiDocument;
import dev.modmon.server.rest.WireJson;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.Swarm;
import dev.modmon.server.state.StateDirectory;
import dev.modmon.server.state.StateLock;
import dev.modmon.server.store.AuditFile;
import dev.modmon.server.store.Database;
import dev.modmon.server.store.SqliteAccess;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/// How the server's parts are put together.
@Configuration(proxyBeanMethods = false)
@Import({
    WebConfiguration.class,
    DoorConfiguration.class,
    JobConfiguration.class,
    EngineConfiguration.class
})
class ServerConfiguration {
    @Bean
    ServerSettings serverSettings(Environment environment) {
        return ServerSettings.from(environment);
    }

    @Bean
    @Primary
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StateDirectory stateDirectory(ServerSettings settings) {
        return StateDirectory.at(settings.state());
    }

    @Bean
    StateLock stateLock(StateDirectory state) {
        return StateLock.take(state);
    }

    @Bean
    @DependsOn("stateLock")
    AuditFile auditLog(StateDirectory state, Clock clock) {
        return AuditFile.open(state.root().resolve("audit.jsonl"), clock);
    }

    @Bean
    AcceptedRules acceptedRules(Database database, ObjectProvider<DoorKeeper> doors) {
        return new AcceptedRules(new SqliteAccess(database), () -> doors.getObject().refresh());
    }

    @Bean
    Accounts accounts(StateDirectory state, AcceptedRules rules, Clock clock) {
        return new Accounts(new Admins(state.directory("admins"), clock), rules);
    }

    @Bean
    Tokens tokens(Accounts accounts, Clock clock) {
        return new Tokens(accounts, clock);
    }

    @Bean
    Gate gate(Accounts accounts) {
        return new Gate(accounts);
    }

    @Bean
    WireJson wireJson() {
        return new WireJson();
    }

    @Bean
    OperationTable operationTable(
            ServerOperations server,
            CommitOperations commits,
            DeployOperations deployments,
            JobOperations jobs,
            ServiceOperations services) {
        return new OperationTable(
                Stream.of(
                                server.rows(),
                                commits.rows(),
                                deployments.rows(),
                                jobs.rows(),
                                services.rows())
                        .flatMap(List::stream)
                        .toList());
    }

    @Bean
    ServerOperations serverOperations(
            ObjectProvider<OperationTable> table, Swarm swarm, WireJson json) {
        return new ServerOperations(
                () -> new VersionReport(version(), VersionReport.API, engine(swarm)),
                () -> json.write(OpenApiDocument.of(table.getObject(), version())));
    }

    private static String engine(Swarm swarm) {
        try {
            return swarm.engine();
        } catch (PlatformException _) {
            return "";
        }
    }

    @Bean
    Dispatcher dispatcher(Tokens tokens, Gate gate, AuditLog audit, WireJson json) {
        return new Dispatcher(tokens::verify, gate, audit, json);
    }

    /// Written into the jar's manifest by the build.
    static String version() {
        String version = ModmonServer.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
