# Sourced by bin/testbed. A second engine, Debian 13's 26.1, that refuses API versions below 1.44 as Engine 29 does.
#
# Two engines in one network overwrite each other's rules, so this one has a network of its own: that of an idle container
# of the first engine, which brings a way out. In it, the testbed is brought up once more, with the same images.
# shellcheck shell=bash disable=SC2154 # state, here and registry are bin/testbed's

engine26_state=$state/engine26
engine26_network=modmon-engine26

engine26_up() {
    engine_answers || fail "no engine answers at $DOCKER_HOST: run bin/testbed up"
    local package shared
    for package in docker.io containerd; do
        [ ! -e "$engine26_state/program/$package" ] || continue
        say "fetching $package 26.1"
        download_from trixie "$package"
        mkdir -p "$engine26_state/program"
        dpkg-deb --extract "$state/debs/$package"_*.deb "$engine26_state/program"
        touch "$engine26_state/program/$package"
    done
    mkdir -p "$state/nodes"
    for shared in images docker-registry nodes; do ln -sfn "$state/$shared" "$engine26_state/$shared"; done
    engine26_pid >/dev/null || {
        docker rm --force "$engine26_network" >/dev/null 2>&1 || true
        docker run --detach --init --no-healthcheck --name "$engine26_network" "$registry/modmon/app:v1" sleep infinity >/dev/null
    }
    DOCKER_MIN_API_VERSION=1.44 engine26_run "$here/testbed" up
}

# The idle container's first process.
engine26_pid() { docker container inspect --format '{{if .State.Running}}{{.State.Pid}}{{end}}' "$engine26_network" 2>/dev/null | grep .; }

# engine26_run COMMAND...: in that network, with the variables that lead to that engine.
engine26_run() {
    local pid
    pid=$(engine26_pid) || fail "the engine 26.1 is not up: run bin/testbed engine26 up"
    nsenter --net="/proc/$pid/ns/net" env PATH="$engine26_state/program/usr/sbin:$engine26_state/program/usr/bin:$PATH" \
        MODMON_TESTBED_DIR="$engine26_state" DOCKER_HOST="unix://$engine26_state/docker.sock" "$@"
}

engine26_down() {
    ! engine26_pid >/dev/null || engine26_run "$here/testbed" down
    docker rm --force "$engine26_network" >/dev/null 2>&1 || true
}
