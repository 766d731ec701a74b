# Sourced (POSIX sh). Offers Debian packages for a missing tool; never installs without a yes.
# shellcheck shell=sh

# Set to true by scripts that were given --yes; CI sets CI=true itself.
: "${MODMON_YES:=false}"

# apt_offer PACKAGE WHAT: installs PACKAGE if this machine can and the user agrees. The question goes to the terminal,
# so that standard output and logs stay clean.
apt_offer() {
    apt_can_install "$1" && apt_agreed "$1" "$2" || return 1
    echo "installing $1" >&2
    DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends -o DPkg::Lock::Timeout=120 install "$1" \
        >/dev/null || { echo "apt-get could not install $1: see its message above" >&2; return 1; }
}

apt_can_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    apt_has "$1" && return
    apt-get -qq -o DPkg::Lock::Timeout=120 update >/dev/null 2>&1
    apt_has "$1"
}

apt_has() {
    LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'
}

apt_agreed() {
    [ "$MODMON_YES" = true ] || [ "${CI:-}" = true ] && return
    [ -t 0 ] && [ -w /dev/tty ] || return 1
    printf '%s is missing. Install the package %s? [y/N] ' "$2" "$1" >/dev/tty
    read -r apt_answer </dev/tty
    case $apt_answer in
        y | Y | yes) ;;
        *) return 1 ;;
    esac
}
