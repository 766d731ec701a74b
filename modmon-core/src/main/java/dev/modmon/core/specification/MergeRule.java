package dev.modmon.core.specification;

/// What becomes of a key that two files have.
public enum MergeRule {
    /// A single value is replaced, a mapping merged key by key, a list appended.
    USUAL,
    /// The later one stands, whatever it is.
    REPLACED,
    /// Mappings and lists of `KEY=VALUE` merge by key.
    KEY_VALUES,
    /// Lists or mappings of hosts and addresses; a host may have several.
    HOSTS,
    /// Lists of texts; one that is there already is not there twice.
    DISTINCT,
    /// Names as a list or as a mapping with more about each; they merge by name.
    NAMES,
    /// By address, published port, target and protocol.
    PORTS,
    /// By path in the container.
    MOUNTS,
    /// Configs and secrets, by the file that they become.
    FILES,
    /// Env files, by path.
    ENV_FILES,
    /// The short form is the context.
    BUILD,
    /// Options merge only when both have the same driver.
    LOGGING,
    /// By subnet.
    SUBNETS
}
