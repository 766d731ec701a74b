# Sourced (POSIX sh) by ./modmon, after apt.sh. What the script brings before Modmon itself can run, and takes back after
# Modmon's own removal: packages, and what the build leaves. Modmon keeps its own account, in quickstart_state.
# shellcheck shell=sh disable=SC2154,SC2034 # root and json are the script's, apt_record apt.sh's

quickstart_state=${MODMON_HOME:-${HOME:-}/.modmon}/quickstart/state.json
quickstart_record=$root/.build/quickstart

# The folders that a build is about to make; before it does, so that a quickstart that was cut off can be taken back.
quickstart_record_folders() {
    mkdir -p "$root/.build"
    for quickstart_folder in "$root" "$root"/modmon-*/; do
        quickstart_record_folder "${quickstart_folder%/}/target"
    done
    quickstart_record_folder "${HOME:-}/.m2/repository"
}

quickstart_record_folder() {
    [ -e "$1" ] || echo "folder $1" >>"$quickstart_record"
}

quickstart_nothing_to_remove() {
    if [ "$json" = yes ]; then echo '{"removed":[]}'; else echo "There is no quickstart to remove."; fi
}

# Also when the quickstart was cut off before Modmon itself ran.
quickstart_undo_record() {
    [ -e "$quickstart_record" ] || return 0
    quickstart_packages=$(sed -n 's/^package //p' "$quickstart_record")
    if [ -n "$quickstart_packages" ]; then
        quickstart_purged=0
        # shellcheck disable=SC2086 # names of packages
        apt_purge $quickstart_packages || quickstart_purged=$?
        case $quickstart_purged in
            0) echo "- Removed the packages that building and running it needed." >&2 ;;
            3) ;;
            *) return 1 ;;
        esac
    fi
    if grep -q '^folder ' "$quickstart_record"; then
        sed -n 's/^folder //p' "$quickstart_record" | while read -r quickstart_folder; do rm -rf "$quickstart_folder"; done
        rmdir "${HOME:-}/.m2" 2>/dev/null || true # Maven's, when nothing else is in it
        echo "- Removed what the build left." >&2
    fi
    rm "$quickstart_record"
    [ -e "$build_launcher" ] || rm -rf "$root/.build"
}
