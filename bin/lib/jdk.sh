# Sourced (POSIX sh), after apt.sh. Finds a JDK by its release file: starting java to ask it would take longer.
# shellcheck shell=sh

jdk_wanted=25

jdk_package=openjdk-$jdk_wanted-jdk-headless

# jdk_require: sets and exports JAVA_HOME, installing a JDK where apt has one and the user agrees.
jdk_require() {
    jdk_find && return
    jdk_refusal=0
    apt_offer "A JDK $jdk_wanted or newer" "$jdk_package" || jdk_refusal=$?
    jdk_find && return
    echo "no JDK $jdk_wanted or newer found: $(jdk_advice), or set JAVA_HOME to one" >&2
    [ "$jdk_refusal" = 2 ] || return 1
    return 2
}

jdk_advice() {
    case $jdk_refusal in
        2) echo "answer with --yes to have the package $jdk_package installed" ;;
        3) echo "install the package $jdk_package" ;;
        *)
            if apt_has "$jdk_package"; then
                echo "install the package $jdk_package as root"
            else
                echo "install one (Temurin $jdk_wanted, or: sdk install java)"
            fi
            ;;
    esac
}

# JAVA_HOME first, then java on the PATH, then the places where systems and SDKMAN put JDKs.
jdk_find() {
    jdk_behind_path
    for jdk_home in "${JAVA_HOME:-}" "$jdk_on_path" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if jdk_is_new_enough "$jdk_home"; then
            export JAVA_HOME="$jdk_home"
            return
        fi
    done
    return 1
}

jdk_is_new_enough() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r jdk_key jdk_value; do
        [ "$jdk_key" = JAVA_VERSION ] || continue
        jdk_value=${jdk_value#\"}
        jdk_value=${jdk_value%%[!0-9]*}
        [ -n "$jdk_value" ] && [ "$jdk_value" -ge "$jdk_wanted" ]
        return
    done <"$1/release"
    return 1
}

# The home of the java on the PATH, which is usually a chain of links into it.
jdk_behind_path() {
    jdk_on_path=$(command -v java) || return 0
    while [ -L "$jdk_on_path" ]; do
        jdk_link=$(readlink "$jdk_on_path")
        case $jdk_link in
            /*) jdk_on_path=$jdk_link ;;
            *) jdk_on_path=${jdk_on_path%/*}/$jdk_link ;;
        esac
    done
    jdk_on_path=${jdk_on_path%/bin/java}
}
