package dev.modmon.core.project;

import dev.modmon.core.project.Generator.Encoding;
import dev.modmon.core.source.Place;

/// A value that is made up once for each environment and then kept: `SCRIPTS['app-key']`.
public record Script(ScriptName name, Place place, Generator generator) {
    /// What `app-key` is in a project that does not say: a key as Laravel has it.
    private static final Generator APP_KEY = new Generator(32, Encoding.BASE64, "base64:");

    /// The one that every project has.
    public static Script appKey() {
        return new Script(new ScriptName("app-key"), Place.ofFile(Project.FILE), APP_KEY);
    }
}
