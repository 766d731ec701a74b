package dev.modmon.core.importer;

import dev.modmon.core.yaml.YamlScalar;

/// A path that a Compose file leads to.
///
/// @param scalar that it stands in
/// @param start index in the scalar's text of the path
/// @param written the path, as the scalar's text has it
/// @param path the same with variables put in
record Reference(Kind kind, YamlScalar scalar, int start, String written, String path) {
    enum Kind {
        /// Compose files that are read with this one.
        COMPOSE_FILE,
        /// A folder that an included file's paths start from.
        FOLDER,
        /// Read when the project is compiled.
        ENV_FILE,
        CONFIG_FILE,
        SECRET_FILE,
        /// Read by the engine of the machine that a container runs on.
        MOUNT,
        /// Read by whoever builds the image.
        BUILD
    }

    /// Whether compiling needs what is there.
    boolean isCompiled() {
        return switch (kind) {
            case COMPOSE_FILE, FOLDER, ENV_FILE, CONFIG_FILE, SECRET_FILE -> true;
            case MOUNT, BUILD -> false;
        };
    }

    /// Whether it leads to a place on this machine that can be told, and not to another machine.
    boolean isLocal() {
        return !path.isEmpty()
                && !path.startsWith("~")
                && (isCompiled() || !path.startsWith("/"))
                && !path.contains("://")
                && !path.startsWith("git@")
                && !path.contains("\\")
                && !path.matches("[A-Za-z]:.*")
                && path.chars().noneMatch(c -> c < ' ');
    }

    /// The scalar's text with another path.
    String with(String other) {
        String text = scalar.text();
        return text.substring(0, start) + other + text.substring(start + written.length());
    }
}
