package dev.modmon.cli.command;

/// Headings of the list of commands.
final class Groups {
    static final String START = "Start here";
    static final String PROJECT = "Project";
    static final String DEPLOYMENT = "Deployment";
    static final String OTHER = "Other";

    private Groups() {}
}
