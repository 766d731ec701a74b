package dev.modmon.cli.command;

/// Headings of the list of commands.
public final class Groups {
    public static final String START = "Start here";
    public static final String PROJECT = "Project";
    public static final String ADDITIONS = "Add to a project";
    public static final String DEPLOYMENT = "Deployment";
    public static final String OTHER = "Other";

    private Groups() {}
}
