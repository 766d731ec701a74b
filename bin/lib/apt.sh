# Sourced (POSIX sh). Offers Debian packages for a missing tool; never installs without a yes.
# shellcheck shell=sh

# Set to true by scripts that were given --yes; CI sets CI=true itself.
: "${MODMON_YES:=false}"

# Where a script keeps account of what it brings, to take it back: lines 'package NAME'. Empty: no account is kept.
apt_record=

# apt_offer WHAT PACKAGE: installs PACKAGE if this machine can and the user agrees. The question goes to the terminal, so
# that standard output and logs stay clean. Fails with 1 when it cannot be had, with 2 when nobody can be asked, with
# 3 when the answer is no.
apt_offer() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    # A machine that was never asked for packages has no lists of them. Elsewhere, no yes is needed to know better.
    apt_has "$2" || apt_said_yes || ! apt_has base-files || return 1
    apt_said_yes || apt_agreed "$1" "$2" || return
    if ! apt_has "$2"; then
        apt-get -qq -o DPkg::Lock::Timeout=120 update >/dev/null 2>&1
        apt_has "$2" || return 1
    fi
    apt_install "$2"
}

# Whether a source of packages has it.
apt_has() {
    LC_ALL=C apt-cache madison "$1" 2>/dev/null | grep -q .
}

apt_said_yes() { [ "$MODMON_YES" = true ] || [ "${CI:-}" = true ]; }

apt_agreed() {
    [ -t 0 ] && [ -w /dev/tty ] || return 2
    printf '%s is missing. Install the package %s? [y/N] ' "$1" "$2" >/dev/tty
    read -r apt_answer </dev/tty
    case $apt_answer in
        y | Y | yes) ;;
        *) return 3 ;;
    esac
}

apt_install() {
    echo "installing $1" >&2
    if [ -n "$apt_record" ]; then
        apt_keep_account "$1"
        # shellcheck disable=SC2046 # names of packages
        apt_finish $(sed -n 's/^package //p' "$apt_record")
    fi
    DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends -o DPkg::Lock::Timeout=120 \
        -o APT::Keep-Downloaded-Packages=false install "$1" >/dev/null ||
        { echo "apt-get could not install $1: see its message above" >&2; return 1; }
}

# Before anything is there: what would be new. What would only be replaced has its old version in brackets.
apt_keep_account() {
    mkdir -p "$(dirname "$apt_record")"
    LC_ALL=C apt-get -s --no-install-recommends install "$1" | sed -n 's/^Inst \([^ ]*\) (.*/package \1/p' >>"$apt_record"
}

# apt_finish PACKAGE...: a killed installation leaves packages that are half unpacked, or unpacked and no more. Until the
# ones are thrown away and the others set up, apt-get refuses everything. If only the script was killed, the installation
# goes on: then this waits for it.
apt_finish() {
    apt-get -qq --yes -o DPkg::Lock::Timeout=300 install >/dev/null 2>&1 || true
    for apt_package; do
        if [ "$(dpkg-query --show --showformat '${db:Status-Eflag}' "$apt_package" 2>/dev/null)" = reinstreq ]; then
            dpkg --purge --force-remove-reinstreq --force-depends "$apt_package" >/dev/null 2>&1
        fi
    done
    dpkg --configure -a >/dev/null
}

# apt_purge PACKAGE...: takes them away again, unless something else was installed since that needs one of them. Fails with
# 3 when they are kept.
apt_purge() {
    apt_finish "$@"
    apt_others=$(LC_ALL=C apt-get -s purge "$@" | sed -n 's/^\(Purg\|Remv\) \([^ ]*\) .*/\2/p' |
        grep -vxF "$(printf '%s\n' "$@")" | tr '\n' ' ')
    if [ -n "$apt_others" ]; then
        echo "kept the packages $*: $apt_others needs them" >&2
        return 3
    fi
    DEBIAN_FRONTEND=noninteractive apt-get -qq --yes -o DPkg::Lock::Timeout=120 purge "$@" >/dev/null ||
        { echo "apt-get could not remove $*: see its message above" >&2; return 1; }
}
