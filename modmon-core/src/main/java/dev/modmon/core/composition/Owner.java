package dev.modmon.core.composition;

import org.jspecify.annotations.Nullable;

/// What a mapping or a value belongs to, in words for messages. The words are only made when they are needed.
final class Owner {
    private final String name;
    private final boolean key;
    private final boolean item;
    private final @Nullable Owner parent;

    private Owner(String name, boolean key, @Nullable Owner parent, boolean item) {
        this.item = item;
        this.name = name;
        this.key = key;
        this.parent = parent;
    }

    /// Something that has a name of its own: `service 'web'`.
    static Owner of(String words) {
        return new Owner(words, false, null, false);
    }

    Owner key(String name) {
        return new Owner(name, true, this, false);
    }

    /// The same, for one of a list.
    Owner item() {
        return new Owner(name, key, parent, true);
    }

    /// `'ports' of service 'web'`.
    String words() {
        return (item ? "each item of " : "") + whole();
    }

    private String whole() {
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
