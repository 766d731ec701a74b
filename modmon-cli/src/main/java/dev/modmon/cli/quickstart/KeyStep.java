package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A key of the user's own to log in with, known to the server as an administrator's.
final class KeyStep implements Step {
    private final Site site;
    private final Trail trail;

    KeyStep(Site site, Trail trail) {
        this.site = site;
        this.trail = trail;
    }

    private Path keys() {
        return site.home().resolve("keys");
    }

    private Path file() {
        return keys().resolve("quickstart");
    }

    /// What goes into `pubkeys/`.
    String publicKey() {
        try {
            return SshKeyPair.read(file()).publicKey().line() + " " + site.user();
        } catch (IOException unreadable) {
            throw failure("The key '%s' cannot be read".formatted(file()), unreadable);
        }
    }

    @Override
    public String name() {
        return "key";
    }

    @Override
    public Optional<String> present() {
        return trail.find(Mark.KeyMade.class).isPresent()
                        && Files.exists(file())
                        && Files.exists(admin())
                ? Optional.of(sentence())
                : Optional.empty();
    }

    private String sentence() {
        return "User '%s' logs in with the key %s.".formatted(site.user(), file());
    }

    private Path admins() {
        return site.serverState().resolve("admins");
    }

    private Path admin() {
        return admins().resolve(site.user());
    }

    @Override
    public String apply() {
        try {
            privateDirectory(keys());
            if (!Files.exists(file())) {
                trail.record(new Mark.KeyMade(file().toString()));
                SshKeyPair.generate().write(file(), site.user());
            }
            privateDirectory(admins());
            Files.writeString(admin(), publicKey() + "\n");
            return sentence();
        } catch (IOException unwritable) {
            throw failure("The key '%s' cannot be written".formatted(file()), unwritable);
        }
    }

    private static void privateDirectory(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public Optional<String> undo() {
        Optional<Mark.KeyMade> made = trail.find(Mark.KeyMade.class);
        try {
            if (made.isPresent()) {
                Files.deleteIfExists(Path.of(made.get().file()));
                Files.deleteIfExists(Path.of(made.get().file() + ".pub"));
                trail.forget(Mark.KeyMade.class);
            }
        } catch (IOException undeletable) {
            throw failure("The key '%s' cannot be removed".formatted(file()), undeletable);
        }
        return made.map(key -> "Removed the key %s.".formatted(key.file()));
    }

    private static Failure failure(String what, IOException cause) {
        return new Failure(
                ExitCode.FAILED,
                "quickstart-key",
                "%s: %s.".formatted(what, cause.getMessage()),
                "",
                cause);
    }
}
