package dev.modmon.cli.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How this machine's network was before an engine started, as far as an engine changes it and leaves it changed when it
/// stops: its bridges, its firewall rules, and packets going from one network to another.
///
/// @param bridges of an engine, that were there already
/// @param ruled the firewalls that had rules of an engine already
/// @param dropping the firewalls that let nothing pass from one network to another
/// @param forwarding whether the kernel passed packets on
record NetworkBefore(
        List<String> bridges, List<String> ruled, List<String> dropping, boolean forwarding) {
    private static final List<String> BRIDGES = List.of("docker0", "docker_gwbridge");
    private static final List<String> FIREWALLS = List.of("iptables", "ip6tables");
    private static final Path FORWARDING = Path.of("/proc/sys/net/ipv4/ip_forward");
    private static final String DROP = ":FORWARD DROP";

    static NetworkBefore now(Map<String, String> environment) {
        List<String> ruled = new ArrayList<>();
        List<String> dropping = new ArrayList<>();
        for (String firewall : FIREWALLS) {
            String rules = isThere(firewall, environment) ? rules(firewall) : "";
            if (rules.lines().anyMatch(NetworkBefore::isOfAnEngine)) {
                ruled.add(firewall);
            }
            if (rules.lines().anyMatch(line -> line.startsWith(DROP))) {
                dropping.add(firewall);
            }
        }
        return new NetworkBefore(
                BRIDGES.stream().filter(NetworkBefore::exists).toList(),
                ruled,
                dropping,
                isForwarding());
    }

    private static boolean isThere(String program, Map<String, String> environment) {
        return BackgroundProcess.onPath(program, environment).isPresent();
    }

    private static String rules(String firewall) {
        return Commands.run(Map.of(), List.of(firewall + "-save", "-c"));
    }

    private static boolean isOfAnEngine(String rule) {
        return rule.toLowerCase(Locale.ROOT).contains("docker");
    }

    private static boolean exists(String bridge) {
        return Files.exists(Path.of("/sys/class/net", bridge));
    }

    private static boolean isForwarding() {
        try {
            return Files.readString(FORWARDING).strip().equals("1");
        } catch (IOException unreadable) {
            return true; // then it is not ours to change
        }
    }

    /// To be called when the engine has stopped, and before its packages go: one of them brings the firewall's programs.
    void restore(Map<String, String> environment) {
        if (isThere("ip", environment)) {
            BRIDGES.stream()
                    .filter(bridge -> !bridges.contains(bridge) && exists(bridge))
                    .forEach(bridge ->
                            Commands.run(Map.of(), List.of("ip", "link", "delete", bridge)));
        }
        FIREWALLS.stream()
                .filter(firewall -> !ruled.contains(firewall) && isThere(firewall, environment))
                .forEach(this::restore);
        if (!forwarding && isForwarding()) {
            try {
                Files.writeString(FORWARDING, "0\n");
            } catch (IOException refused) {
                // The next start of the machine does it.
            }
        }
    }

    private void restore(String firewall) {
        String rules = rules(firewall);
        if (rules.lines().anyMatch(NetworkBefore::isOfAnEngine)) {
            String without = withoutEngine(rules, dropping.contains(firewall));
            Commands.run(Map.of(), List.of(firewall + "-restore", "-c"), without);
        }
    }

    /// The rules as iptables-save prints them, less those of an engine; it also lets nothing pass any more.
    static String withoutEngine(String rules, boolean dropped) {
        return rules.lines()
                .filter(line -> !isOfAnEngine(line))
                .map(line -> dropped ? line : line.replaceFirst("^" + DROP, ":FORWARD ACCEPT"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
