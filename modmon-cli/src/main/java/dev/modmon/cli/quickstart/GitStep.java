package dev.modmon.cli.quickstart;

import java.util.List;
import java.util.Optional;

/// Git, which makes a master repo of a folder: the distribution's, after asking.
final class GitStep implements Step {
    private static final String PACKAGE = "git";

    private final Site site;
    private final Trail trail;
    private final Packages packages;

    GitStep(Site site, Trail trail) {
        this.site = site;
        this.trail = trail;
        this.packages = new Packages(site);
    }

    /// Whether there is anything to say about it.
    boolean matters() {
        return !isThere() || trail.find(Mark.GitInstalled.class).isPresent();
    }

    private boolean isThere() {
        return BackgroundProcess.onPath("git", site.environment()).isPresent();
    }

    @Override
    public String name() {
        return "git";
    }

    @Override
    public Optional<String> present() {
        return isThere() ? Optional.of("Git is installed.") : Optional.empty();
    }

    @Override
    public String apply() {
        if (trail.find(Mark.GitInstalled.class).isEmpty()) {
            packages.agree(
                    PACKAGE,
                    "There is no git on this machine.",
                    "git-missing",
                    "Install it: https://git-scm.com/downloads");
            trail.record(new Mark.GitInstalled(packages.newWith(PACKAGE)));
        }
        packages.install(PACKAGE, trail.find(Mark.GitInstalled.class).orElseThrow().packages());
        return "Git is installed.";
    }

    @Override
    public Optional<String> undo() {
        Optional<Mark.GitInstalled> installed = trail.find(Mark.GitInstalled.class);
        if (installed.isEmpty()) {
            return Optional.empty();
        }
        List<String> others = packages.purge(installed.get().packages());
        trail.forget(Mark.GitInstalled.class);
        return Optional.of(
                others.isEmpty()
                        ? "Removed git, which was installed."
                        : "Kept git: %s is installed and needs it."
                                .formatted(String.join(", ", others)));
    }
}
