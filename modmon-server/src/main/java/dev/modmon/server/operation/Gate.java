package dev.modmon.server.operation;

import dev.modmon.core.access.Permission;
import dev.modmon.core.project.ProjectName;
import dev.modmon.server.access.Accounts;
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
            case Requirement.SomewhereInProject(var permission) ->
                    admitSomewhere(call.project(), permission, call);
            case Requirement.OnServer(var permission) -> {
                if (!accounts.allowsOnServer(call.caller(), permission)) {
                    throw lacks(call, permission, "on this server");
                }
            }
        }
    }

    private void admitTo(ProjectName project, Optional<Permission> permission, Call call) {
        Standing standing = standing(project, call);
        if (permission.isPresent()
                && !standing.allows(permission.get(), call.concernedEnvironment())) {
            throw lacks(call, permission.get(), "in project '" + project + "'");
        }
    }

    private void admitSomewhere(ProjectName project, Permission permission, Call call) {
        if (!standing(project, call).allowsSomewhere(permission)) {
            throw lacks(call, permission, "in project '" + project + "'");
        }
    }

    private Standing standing(ProjectName project, Call call) {
        Standing standing = accounts.in(project, call.caller());
        if (standing instanceof Standing.Stranger) {
            throw ProblemException.forbidden(
                    "access.not-a-user",
                    "'%s' is not a user of project '%s' on this server."
                            .formatted(call.caller().user(), project),
                    "Ask an admin to add you to .modmon/access.yaml and to deploy that.");
        }
        return standing;
    }

    private static ProblemException lacks(Call call, Permission permission, String where) {
        return ProblemException.forbidden(
                "access.permission-missing",
                "'%s' lacks the permission '%s' %s."
                        .formatted(call.caller().user(), permission.spelling(), where),
                "Ask an admin for a role that has it.");
    }
}
