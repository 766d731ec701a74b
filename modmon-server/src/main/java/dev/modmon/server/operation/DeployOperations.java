package dev.modmon.server.operation;

import dev.modmon.core.access.Permission;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.api.RemovalReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.server.access.Accounts;
import dev.modmon.server.access.Standing;
import dev.modmon.server.job.Asker;
import dev.modmon.server.job.Deployments;
import dev.modmon.server.job.JobQueue;
import dev.modmon.server.job.Releases;
import dev.modmon.server.job.Target;
import dev.modmon.server.rollout.Swarm;
import java.util.List;
import java.util.Optional;

/// What can be done to an environment, and what was done to it.
public final class DeployOperations {
    private static final String ENVIRONMENT = "/v1/projects/{project}/environments/{environment}";

    private final Deployments deployments;
    private final Releases releases;
    private final JobQueue queue;
    private final Swarm swarm;
    private final Accounts accounts;

    public DeployOperations(
            Deployments deployments,
            Releases releases,
            JobQueue queue,
            Swarm swarm,
            Accounts accounts) {
        this.deployments = deployments;
        this.releases = releases;
        this.queue = queue;
        this.swarm = swarm;
        this.accounts = accounts;
    }

    public List<Operation> rows() {
        return List.of(
                Operation.post("plan", ENVIRONMENT + "/plan")
                        .summary("What a deployment would do at this moment. Changes nothing.")
                        .needs(Permission.DEPLOY)
                        .takes(DeployRequest.class)
                        .answers(PlanReport.class)
                        .by(this::plan),
                Operation.post("deploy", ENVIRONMENT + "/deploy")
                        .summary("Deploys a commit, all of it or nothing, as a job.")
                        .needs(Permission.DEPLOY)
                        .audited()
                        .takes(DeployRequest.class)
                        .answers(202, JobReport.class)
                        .by(this::deploy),
                Operation.post("rollback", ENVIRONMENT + "/rollback")
                        .summary("Goes back to an earlier release, as a job.")
                        .needs(Permission.DEPLOY)
                        .audited()
                        .takes(RollbackRequest.class)
                        .answers(202, JobReport.class)
                        .by(this::rollback),
                Operation.get("releases", ENVIRONMENT + "/releases")
                        .summary("The environment's history, newest first.")
                        .forUsersOfProject()
                        .answers(ReleaseReport.History.class)
                        .by(this::history),
                Operation.delete("remove", ENVIRONMENT)
                        .summary("Removes everything of the environment from the engine.")
                        .needs(Permission.DEPLOY)
                        .audited()
                        .query("volumes", Query.Kind.FLAG, "its volumes too, with their data")
                        .answers(RemovalReport.class)
                        .by(this::remove));
    }

    private Reply plan(Call call) {
        DeployRequest request = call.body(DeployRequest.class);
        return new Reply.Value(
                Plans.report(
                        target(call),
                        request.commit(),
                        deployments.plan(target(call), request, asker(call))));
    }

    private Reply deploy(Call call) {
        DeployRequest request = call.body(DeployRequest.class);
        return new Reply.Value(deployments.deploy(target(call), request, asker(call)).report());
    }

    private Reply rollback(Call call) {
        RollbackRequest request = call.body(RollbackRequest.class);
        return new Reply.Value(deployments.rollback(target(call), request, asker(call)).report());
    }

    private Reply history(Call call) {
        return new Reply.Value(
                new ReleaseReport.History(
                        call.project().value(),
                        call.environment().value(),
                        releases.history(target(call))));
    }

    private Reply remove(Call call) {
        boolean volumes = call.flag("volumes");
        return new Reply.Value(
                new RemovalReport(
                        queue.whileIdle(
                                target(call),
                                () -> swarm.removeStack(target(call).stack(), volumes))));
    }

    private Asker asker(Call call) {
        Standing standing = accounts.in(call.project(), call.caller());
        Optional<EnvironmentName> here = Optional.of(call.environment());
        return new Asker(
                call.caller().user(),
                standing instanceof Standing.Admin,
                standing.allows(Permission.MANAGE_USERS, Optional.empty()),
                standing.allows(Permission.MANAGE_SECRETS, here));
    }

    private static Target target(Call call) {
        return new Target(call.project(), call.environment());
    }
}
