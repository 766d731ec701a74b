package dev.modmon.core.compose;

/// What a network, volume, config or secret of a stack is called on the engine, and whose it is.
public enum Naming {
    /// The stack's own, named `STACK_NAME` as `docker stack deploy` does.
    SCOPED,

    /// The stack's own, under exactly this name.
    EXACT,

    /// It exists already, under exactly this name; a stack neither creates nor removes it.
    EXTERNAL;

    public boolean isExternal() {
        return this == EXTERNAL;
    }

    public String engineName(StackName stack, String name) {
        return this == SCOPED ? stack.scoped(name) : name;
    }

    /// The way back: an engine's name as it is within the stack.
    public static String within(StackName stack, String engineName) {
        String prefix = stack.scoped("");
        return engineName.startsWith(prefix) ? engineName.substring(prefix.length()) : engineName;
    }
}
