package dev.modmon.server.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Keeps JGit from everything outside the repositories: the account's and the machine's git settings, and
/// the environment's GIT_ variables.
final class NoOutsideConfig extends SystemReader.Delegate {
    private NoOutsideConfig(SystemReader real) {
        super(real);
    }

    /// May be called any number of times.
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof NoOutsideConfig)) {
            SystemReader.setInstance(new NoOutsideConfig(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String name) {
        return name.startsWith("GIT_") || name.equals("XDG_CONFIG_HOME")
                ? null
                : super.getenv(name);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    private static final class Nothing extends FileBasedConfig {
        @SuppressWarnings("NullAway") // JGit itself does so for a configuration without a file.
        Nothing(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
