# Sourced (POSIX sh). Whether the distribution is built from the sources as they are now, and building it.
# shellcheck shell=sh disable=SC2154 # root is the script's

build_launcher=$root/modmon-installer/target/modmon/bin/modmon
build_stamp=$root/.build/modmon.sources
build_log=$root/.build/modmon-build.log

# The names of all sources; the ones newer than the stamp twice. So an added, removed or changed file changes the sum.
build_sources_sum() {
    (
        cd "$root" || exit
        find modmon-*/src modmon-*/pom.xml pom.xml .mvn -path '*/src/test' -prune -o \
            -type f -print -newer "$1" -print 2>/dev/null
    ) | sort | cksum
}

build_is_current() {
    [ -x "$build_launcher" ] && [ -r "$build_stamp" ] || return 1
    read -r build_found <"$build_stamp"
    [ "$build_found" = "$(build_sources_sum "$build_stamp")" ]
}

build_run() {
    echo "building modmon (once, about a minute)" >&2
    build_begin
    if ! (cd "$root" && bin/mvn -q package -DskipTests) >"$build_log" 2>&1; then
        tail -n 30 "$build_log" >&2
        echo "building modmon failed: the lines above end $build_log" >&2
        exit 1
    fi
    build_end
}

# Stamped before the build: a file saved while it runs counts as newer.
build_begin() {
    mkdir -p "$root/.build"
    : >"$build_stamp.new"
    build_sum=$(build_sources_sum "$build_stamp.new")
    echo "$build_sum" >"$build_stamp.new"
}

build_end() { mv "$build_stamp.new" "$build_stamp"; }
