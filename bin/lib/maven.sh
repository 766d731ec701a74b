# Sourced (POSIX sh), after apt.sh.
# shellcheck shell=sh

# maven_require: installs Maven where apt has it and the user agrees.
maven_require() {
    command -v mvn >/dev/null && return
    maven_refusal=0
    apt_offer Maven maven || maven_refusal=$?
    case $maven_refusal in
        0) return ;;
        2) echo "Maven is not installed: answer with --yes to have the package maven installed" >&2 ;;
        *) echo "Maven is not installed: install it (apt-get install maven, brew install maven, or: sdk install maven) and run this again" >&2 ;;
    esac
    [ "$maven_refusal" = 2 ] || return 1
    return 2
}
