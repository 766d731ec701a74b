package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The engine as Debian and Ubuntu package it.
final class EnginePackage {
    private static final String PACKAGE = "docker.io";
    private static final Map<String, String> QUIETLY = Map.of("DEBIAN_FRONTEND", "noninteractive");

    /// What the packages leave behind when they are purged.
    private static final List<String> DATA =
            List.of("/var/lib/docker", "/var/lib/containerd", "/etc/docker");

    private final Site site;
    private final Trail trail;

    EnginePackage(Site site, Trail trail) {
        this.site = site;
        this.trail = trail;
    }

    void install() {
        boolean apt = BackgroundProcess.onPath("apt-get", site.environment()).isPresent();
        if (!apt || !site.isRoot()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "engine-missing",
                    "There is no Docker engine on this machine.",
                    apt
                            ? "Install it with 'sudo apt-get install docker.io', or run this as root."
                            : "Install one: https://docs.docker.com/engine/install/");
        }
        site.agree(
                "There is no Docker engine on this machine. Install the package docker.io?",
                "You can install one yourself: 'apt-get install docker.io'.");
        site.console().note("Installing docker.io ...");
        Commands.run(QUIETLY, List.of("apt-get", "update", "-q"));
        List<String> fresh = DATA.stream().filter(EnginePackage::isMissing).toList();
        List<String> packages = simulated();
        trail.record(new Mark.EngineInstalled(packages, fresh));
        Commands.run(
                QUIETLY,
                List.of("apt-get", "install", "-q", "-y", "--no-install-recommends", PACKAGE));
    }

    private static boolean isMissing(String folder) {
        return !Files.exists(Path.of(folder));
    }

    /// The packages that would be new, from the lines `Inst NAME (VERSION …)`.
    private static List<String> simulated() {
        String plan =
                Commands.run(
                        QUIETLY,
                        List.of("apt-get", "install", "-s", "--no-install-recommends", PACKAGE));
        return newPackages(plan);
    }

    static List<String> newPackages(String plan) {
        // An upgraded package has its old version in brackets behind its name.
        return plan.lines()
                .filter(line -> line.startsWith("Inst "))
                .map(line -> line.split(" "))
                .filter(words -> words.length > 2 && words[2].startsWith("("))
                .map(words -> words[1])
                .toList();
    }

    /// Takes the packages away again, if they were installed here, and the data they leave behind.
    void purge() {
        Optional<Mark.EngineInstalled> installed = trail.find(Mark.EngineInstalled.class);
        if (installed.isEmpty()) {
            return;
        }
        List<String> purge = new ArrayList<>(List.of("apt-get", "purge", "-q", "-y"));
        purge.addAll(installed.get().packages());
        Commands.run(QUIETLY, purge);
        installed.get().folders().forEach(folder -> Folders.delete(Path.of(folder)));
        trail.forget(Mark.EngineInstalled.class);
    }
}
