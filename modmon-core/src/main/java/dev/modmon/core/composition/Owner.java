package dev.modmon.core.composition;

import org.jspecify.annotations.Nullable;

/// What a mapping or a value belongs to, in words for messages. The words are only made when they are needed.
final class Owner {
    private final String name;
    private final boolean key;
    private final @Nullable Owner parent;

    private Owner(String name, boolean key, @Nullable Owner parent) {
        this.name = name;
        this.key = key;
        this.parent = parent;
    }

    /// Something that has a name of its own: `service 'web'`.
    static Owner of(String words) {
        return new Owner(words, false, null);
    }

    Owner key(String name) {
        return new Owner(name, true, this);
    }

    /// `'ports' of service 'web'`.
    String words() {
        String own = key ? "'" + path() + "'" : name;
        Owner top = top();
        return key && top != null && !top.name.isEmpty() ? own + " of " + top.name : own;
    }

    private String path() {
        return parent != null && parent.key ? parent.path() + "." + name : name;
    }

    private @Nullable Owner top() {
        Owner at = this;
        while (at != null && at.key) {
            at = at.parent;
        }
        return at;
    }
}
