package dev.modmon.server.operation;

import dev.modmon.core.project.ProjectName;
import dev.modmon.server.access.Accounts;
import dev.modmon.server.access.Permission;
import dev.modmon.server.access.Standing;
import java.util.Optional;

/// Lets a call through or not. Nothing reaches a handler by another way.
public final class Gate {
    private final Accounts accounts;

    public Gate(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @throws ProblemException 403 when the caller may not do this
    public void admit(Operation operation, Call call) {
        switch (operation.requirement()) {
            case Requirement.Known() -> {}
            case Requirement.InProject(var permission, var project) ->
                    admitTo(project.apply(call), permission, call);
            case Requirement.OnServer(var permission) ->
                    require(accounts.onServer(call.caller()), permission, "on this server", call);
        }
    }

    private void admitTo(ProjectName project, Optional<Permission> permission, Call call) {
        Standing standing = accounts.in(project, call.caller());
        if (standing instanceof Standing.Stranger) {
            throw ProblemException.forbidden(
                    "access.not-a-user",
                    "'%s' is not a user of project '%s' on this server."
                            .formatted(call.caller().user(), project),
                    "Ask an admin to add you to .modmon/access.yaml and to deploy that.");
        }
        permission.ifPresent(p -> require(standing, p, "in project '" + project + "'", call));
    }

    private static void require(Standing standing, Permission permission, String where, Call call) {
        if (!standing.allows(permission)) {
            throw ProblemException.forbidden(
                    "access.permission-missing",
                    "'%s' lacks the permission '%s' %s."
                            .formatted(call.caller().user(), permission, where),
                    "Ask an admin for a role that has it.");
        }
    }
}
