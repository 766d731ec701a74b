# Sourced (POSIX sh). Finds the Java that runs Modmon.
# shellcheck shell=sh disable=SC2154 # home is the launcher's

# java_find: sets JAVA: the one that the AOT caches were made with, else JAVA_HOME's, else the one on the PATH.
java_find() {
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS # the JVM would announce them on standard error
    if [ -r "$home/lib/java.home" ]; then
        read -r JAVA <"$home/lib/java.home"
        JAVA=$JAVA/bin/java
        [ ! -x "$JAVA" ] || return 0
    fi
    if [ -n "${JAVA_HOME:-}" ]; then
        JAVA=$JAVA_HOME/bin/java
        [ ! -x "$JAVA" ] || return 0
    fi
    JAVA=$(command -v java) || {
        echo "modmon: no Java found: install a JDK 25 or set JAVA_HOME to one" >&2
        exit 1
    }
}
