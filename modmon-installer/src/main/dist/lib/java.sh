# Sourced (POSIX sh). Finds the Java that runs Modmon.
# shellcheck shell=sh

# java_find: sets JAVA: the runtime that the AOT caches were made with, else JAVA_HOME, else java on the PATH.
java_find() {
    unset JAVA_TOOL_OPTIONS # the JVM would announce them on standard error
    JAVA=
    if [ -r "$home/lib/java.home" ]; then
        read -r made_with <"$home/lib/java.home"
        JAVA=$made_with/bin/java
    fi
    [ -x "$JAVA" ] || JAVA=${JAVA_HOME:+$JAVA_HOME/bin/java}
    [ -x "$JAVA" ] || JAVA=$(command -v java) || {
        echo "modmon: no Java found: install a JDK 25 or set JAVA_HOME to one" >&2
        exit 1
    }
}
