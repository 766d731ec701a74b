# Sourced by bin/testbed. Nodes: Debian machines as blank as an installer leaves them, each a container with systemd as
# its first process and an address and a /var/lib of its own, so that apt, Docker and reboots work inside.
# shellcheck shell=bash disable=SC2154 # state is bin/testbed's

node_packages=systemd-sysv,dbus,iproute2,iptables,procps,kmod,ca-certificates,sudo

# What an engine inside needs beyond a container's usual rights. Not --privileged: on machines that lack a right
# themselves, older engines refuse to hand out all of them.
node_rights=(SYS_ADMIN NET_ADMIN SYS_PTRACE SYS_NICE SYS_BOOT SYSLOG IPC_LOCK DAC_READ_SEARCH LINUX_IMMUTABLE)

node_authorities=/usr/local/share/ca-certificates

# node_up NAME SUITE: from Debian's packages, which are fetched once for each suite.
node_up() {
    local name=$1 suite=$2 right options=()
    [[ $name =~ ^[a-z0-9][a-z0-9-]*$ ]] || fail "a node's name is a-z, 0-9 and '-', not '$name'"
    engine_answers || fail "no engine answers at $DOCKER_HOST: run bin/testbed up"
    node_is_up "$name" && return
    node_down "$name"
    node_image "$suite"
    for right in "${node_rights[@]}"; do options+=(--cap-add "$right"); done
    # Whom the owner of this machine trusts, its nodes trust.
    [ ! -d "$node_authorities" ] || options+=(--volume "$node_authorities:$node_authorities:ro")
    docker run --detach --name "modmon-$name" --hostname "$name" --label modmon.node="$name" \
        "${options[@]}" --security-opt seccomp=unconfined --security-opt apparmor=unconfined \
        --security-opt systempaths=unconfined --device-cgroup-rule 'a *:* rwm' --cgroupns private \
        --tmpfs /run --tmpfs /run/lock --tmpfs /tmp:exec --volume "modmon-$name:/var/lib" \
        --stop-signal SIGRTMIN+3 "modmon/node:$suite" >/dev/null
    await "node $name" node_is_up "$name"
    docker exec "modmon-$name" update-ca-certificates >/dev/null 2>&1
    say "node      $name ($suite) is up: docker exec modmon-$name ..."
}

node_is_up() {
    [[ $(docker exec "modmon-$1" systemctl is-system-running 2>/dev/null) =~ ^(running|degraded)$ ]]
}

node_down() {
    docker rm --force --volumes "modmon-$1" >/dev/null 2>&1 || true
    docker volume rm "modmon-$1" >/dev/null 2>&1 || true
}

down_nodes() {
    local nodes name
    mapfile -t nodes < <(docker ps --all --filter label=modmon.node --format '{{.Label "modmon.node"}}')
    for name in "${nodes[@]}"; do node_down "$name"; done
}

node_image() {
    local suite=$1 archive
    archive=$state/nodes/$suite-$(node_recipe | cksum | cut -d ' ' -f 1).tar
    [ -s "$archive" ] || node_archive "$suite" "$archive"
    [ "$(docker image inspect --format '{{.Comment}}' "modmon/node:$suite" 2>/dev/null)" = "$archive" ] ||
        docker import --message "$archive" --change 'ENTRYPOINT ["/usr/local/sbin/node-init"]' \
            --change 'ENV container=docker' "$archive" "modmon/node:$suite" >/dev/null
}

node_recipe() { declare -f node_archive node_init && echo "$node_packages"; }

node_archive() {
    local suite=$1 archive=$2 work=$state/nodes/$1
    install_missing mmdebstrap mmdebstrap
    say "making a Debian $suite (once, half a minute)"
    rm -rf "$work"
    mkdir -p "$work"
    node_init >"$work/node-init"
    chmod 755 "$work/node-init"
    node_sources "$suite" >"$work/sources.list"
    # shellcheck disable=SC2016 # mmdebstrap's argument
    TMPDIR=$work mmdebstrap --variant=minbase --mode=root --format=tar --include="$node_packages" \
        --dpkgopt=force-unsafe-io --aptopt='Acquire::Languages "none"' \
        --customize-hook="copy-in $work/node-init /usr/local/sbin" \
        --customize-hook='chroot "$1" systemctl mask getty.target systemd-udevd.service dev-hugepages.mount' \
        --customize-hook='chroot "$1" systemctl set-default multi-user.target' \
        "$suite" "$archive.new" "$work/sources.list" >"$state/nodes/$suite.log" 2>&1 ||
        fail "mmdebstrap could not make a Debian $suite, see $state/nodes/$suite.log: $(tail -n 1 "$state/nodes/$suite.log")"
    mv "$archive.new" "$archive"
    rm -rf "$work"
}

# This machine's own sources of Debian packages, for another suite.
node_sources() {
    local own
    own=$(. /etc/os-release && echo "$VERSION_CODENAME")
    # shellcheck disable=SC2016 # apt's variables
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        sed "s/ $own/ $1/"
}

# The first process makes writable what the engine mounted read-only, and becomes systemd. Since version 256, systemd
# wants to be told that the first generation of control groups is good enough.
node_init() {
    cat <<'INIT'
#!/bin/sh
mount -o remount,rw /sys
awk '$3 ~ /^cgroup/ { print $2 }' /proc/mounts | while read -r group; do mount -o remount,bind,rw "$group"; done
mount --make-rshared /
[ -e /sys/fs/cgroup/cgroup.controllers ] ||
    set -- systemd.unified_cgroup_hierarchy=0 SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1 "$@"
exec /sbin/init "$@"
INIT
}
