package dev.modmon.cli.scaffold;

import dev.modmon.core.access.UserName;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.RepoName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All that has to be known to make a master repo.
///
/// @param from Compose files that it is to run
/// @param port where the first app listens
record Answers(
        ProjectName name,
        List<EnvironmentName> environments,
        List<App> apps,
        Optional<Port> port,
        List<Prefab> prefabs,
        List<Path> from,
        UserName user,
        PublicKey key) {
    /// An app of the user's.
    record App(RepoName name, Image image) {
        /// @param text `NAME=IMAGE`, or an image that is named after its last part
        static App of(String text) {
            int equals = text.indexOf('=');
            if (equals >= 0) {
                return new App(
                        new RepoName(text.substring(0, equals)),
                        new Image(text.substring(equals + 1)));
            }
            String last = text.substring(text.lastIndexOf('/') + 1);
            return new App(new RepoName(last.split("[:@]", 2)[0]), new Image(text));
        }
    }

    Answers {
        environments = List.copyOf(environments);
        apps = List.copyOf(apps);
        prefabs = List.copyOf(prefabs);
        from = List.copyOf(from);
    }
}
