package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Software as Debian and Ubuntu package it.
final class Packages {
    private static final Map<String, String> QUIETLY =
            Map.of("DEBIAN_FRONTEND", "noninteractive", "LC_ALL", "C");

    /// Somebody else may be installing something, an earlier quickstart that was cut off included.
    private static final List<String> PATIENTLY =
            List.of("-q", "-y", "-o", "DPkg::Lock::Timeout=300");

    private static final List<String> LEAN =
            List.of("--no-install-recommends", "-o", "APT::Keep-Downloaded-Packages=false");

    private final Site site;

    Packages(Site site) {
        this.site = site;
    }

    /// Asks whether a package may be installed.
    ///
    /// @param missing what there is not, as a sentence
    /// @param elsewhere what to do where there is no apt-get
    /// @throws Failure when it may not, or cannot be
    void agree(String name, String missing, String code, String elsewhere) {
        boolean apt = BackgroundProcess.onPath("apt-get", site.environment()).isPresent();
        if (!apt || !site.isRoot()) {
            throw new Failure(
                    ExitCode.FAILED,
                    code,
                    missing,
                    apt
                            ? "Install it with 'sudo apt-get install %s', or run this as root."
                                    .formatted(name)
                            : elsewhere);
        }
        site.agree(
                "%s Install the package %s?".formatted(missing, name),
                "You can install it yourself: 'apt-get install %s'.".formatted(name));
        site.console().note("Installing %s ...".formatted(name));
    }

    /// The packages that would be new if this one were installed.
    List<String> newWith(String name) {
        aptGet("update", List.of(), List.of());
        return named("Inst", aptGet("install", plus(LEAN, "-s"), List.of(name)));
    }

    /// @param fresh what it brings, as [#newWith] said; an earlier attempt may have been killed
    void install(String name, List<String> fresh) {
        finishWhatWasCutOff(fresh);
        aptGet("install", LEAN, List.of(name));
    }

    /// Takes packages away again, with their settings.
    ///
    /// @return what else was installed that needs them: then all of them are kept
    List<String> purge(List<String> packages) {
        finishWhatWasCutOff(packages);
        List<String> there = packages.stream().filter(Packages::isKnown).toList();
        if (there.isEmpty()) {
            return List.of();
        }
        String plan = aptGet("purge", List.of("-s"), there);
        Set<String> others = new HashSet<>(named("Purg", plan));
        others.addAll(named("Remv", plan));
        there.forEach(others::remove);
        if (others.isEmpty()) {
            aptGet("purge", List.of(), there);
        }
        return others.stream().sorted().toList();
    }

    private static boolean isKnown(String name) {
        return Commands.worked(List.of("dpkg-query", "--show", name));
    }

    /// An installation that was killed leaves packages that are half unpacked, or unpacked and no more. Until the ones are
    /// thrown away and the others set up, apt-get refuses everything. If only the quickstart was killed, the installation goes
    /// on: then this waits for it.
    private static void finishWhatWasCutOff(List<String> packages) {
        List<String> nothing = new ArrayList<>(List.of("apt-get", "install"));
        nothing.addAll(PATIENTLY);
        Commands.worked(nothing);
        List<String> broken = packages.stream().filter(Packages::isBroken).toList();
        if (!broken.isEmpty()) {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    "dpkg",
                                    "--purge",
                                    "--force-remove-reinstreq",
                                    "--force-depends"));
            command.addAll(broken);
            Commands.run(QUIETLY, command);
        }
        Commands.run(QUIETLY, List.of("dpkg", "--configure", "-a"));
    }

    private static boolean isBroken(String name) {
        List<String> question =
                List.of("dpkg-query", "--show", "--showformat", "${db:Status-Eflag}", name);
        return isKnown(name) && Commands.run(QUIETLY, question).equals("reinstreq");
    }

    private static String aptGet(String verb, List<String> options, List<String> packages) {
        List<String> command = new ArrayList<>(List.of("apt-get", verb));
        command.addAll(PATIENTLY);
        command.addAll(options);
        command.addAll(packages);
        return Commands.run(QUIETLY, command);
    }

    private static List<String> plus(List<String> options, String option) {
        List<String> all = new ArrayList<>(options);
        all.add(option);
        return all;
    }

    /// From lines like `Inst NAME (VERSION …)`. An upgraded package has its old version in brackets behind its name.
    static List<String> named(String action, String plan) {
        return plan.lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length > 2 && words[0].equals(action))
                .filter(words -> !action.equals("Inst") || words[2].startsWith("("))
                .map(words -> words[1])
                .toList();
    }
}
