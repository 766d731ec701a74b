package dev.modmon.core.compiler;

import java.util.List;
import java.util.stream.Stream;

/// Keys of a Compose service that a Swarm leaves out without a word.
///
/// @param reason why it cannot do what the key says
/// @param hint what to do instead
record NotInSwarm(String key, String reason, String hint) {
    private static final String NO_OPTION = "the engine has no such option for services";
    private static final String ANY_NODE = "tasks may run on any node";
    private static final String ONE_CONTAINER = "it is about single containers";

    static final List<NotInSwarm> ALL =
            Stream.concat(
                            Stream.of(
                                    new NotInSwarm(
                                            "privileged",
                                            NO_OPTION,
                                            "Use 'cap_add' for what it really needs."),
                                    new NotInSwarm("devices", ANY_NODE, "Leave it out."),
                                    new NotInSwarm(
                                            "device_cgroup_rules", ANY_NODE, "Leave it out."),
                                    new NotInSwarm(
                                            "network_mode",
                                            "services are in overlay networks",
                                            "Use 'networks', and 'ports' with 'mode: host' for a port of the node."),
                                    new NotInSwarm(
                                            "links",
                                            ONE_CONTAINER,
                                            "Services of one network reach each other by name."),
                                    new NotInSwarm(
                                            "external_links",
                                            ONE_CONTAINER,
                                            "Use an external network."),
                                    new NotInSwarm(
                                            "volumes_from",
                                            ONE_CONTAINER,
                                            "Mount a named volume in both services."),
                                    new NotInSwarm(
                                            "shm_size",
                                            NO_OPTION,
                                            "Mount a tmpfs instead: 'tmpfs: /dev/shm'.")),
                            Stream.of(
                                            "security_opt pid ipc uts cgroup cgroup_parent userns_mode",
                                            "domainname mac_address isolation runtime storage_opt",
                                            "blkio_config cpu_count cpu_percent cpu_period cpu_quota",
                                            "cpu_rt_period cpu_rt_runtime cpu_shares cpuset",
                                            "mem_swappiness memswap_limit oom_kill_disable",
                                            "use_api_socket volume_driver")
                                    .flatMap(line -> Stream.of(line.split(" ")))
                                    .map(key -> new NotInSwarm(key, NO_OPTION, "Leave it out.")))
                    .toList();
}
