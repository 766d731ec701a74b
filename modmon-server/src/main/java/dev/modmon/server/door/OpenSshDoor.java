package dev.modmon.server.door;

import dev.modmon.server.access.KnownKey;
import dev.modmon.server.access.KnownKeys;
import dev.modmon.server.state.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A real sshd as the door: its `authorized_keys` says what each key may do, and a file for each key
/// holds the answer, so that a login costs one `cat`.
public final class OpenSshDoor implements Door {
    /// sshd hands the forced command to the account's shell; nothing in it may mean anything there.
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9/._-]+");

    private final PrivateFile authorizedKeys;
    private final Path answerFiles;
    private final KnownKeys keys;
    private final DoorAnswers answers;
    private String written = "";

    /// @param authorizedKeys the file that sshd reads for this account; all of it is the server's
    /// @param answerFiles a directory that only this account may enter
    /// @throws IllegalArgumentException when the directory's name has characters that a shell minds
    public OpenSshDoor(Path authorizedKeys, Path answerFiles, KnownKeys keys, DoorAnswers answers) {
        if (!HARMLESS.matcher(answerFiles.toString()).matches()) {
            throw new IllegalArgumentException(
                    "The state directory's path may have only letters, digits, '/', '.', '_' and '-' in it, because sshd hands it to a shell; '%s' has others."
                            .formatted(answerFiles));
        }
        this.authorizedKeys = new PrivateFile(authorizedKeys);
        this.answerFiles = answerFiles.toAbsolutePath();
        this.keys = keys;
        this.answers = answers;
    }

    /// Answers first, then the keys: a key that gets in finds its answer.
    @Override
    public synchronized void refresh() {
        Map<String, KnownKey> files = new LinkedHashMap<>();
        keys.all().forEach(known -> files.put(fileOf(known), known));
        files.forEach((file, known) ->
                new PrivateFile(answerFiles.resolve(file))
                        .writeFleeting(answers.lineFor(known.caller())));
        String lines = files.values().stream().map(this::line).collect(Collectors.joining());
        if (!lines.equals(written)) {
            authorizedKeys.write(lines);
            written = lines;
        }
        removeAllBut(files);
    }

    /// `port-forwarding` would let a key open ports for others too; `permitlisten` leaves it one that
    /// only root can bind.
    private String line(KnownKey known) {
        return "restrict,port-forwarding,permitopen=\"127.0.0.1:%d\",permitlisten=\"127.0.0.1:1\",command=\"cat %s\" %s %s\n"
                .formatted(
                        answers.apiPort(),
                        answerFiles.resolve(fileOf(known)),
                        known.key().line(),
                        known.user());
    }

    /// The user's name is there for people; the fingerprint makes it unique.
    private static String fileOf(KnownKey known) {
        if (!HARMLESS.matcher(known.user()).matches() || known.user().contains("/")) {
            throw new IllegalArgumentException(
                    "User name '%s' has characters that a shell minds.".formatted(known.user()));
        }
        return known.user() + "-" + known.fingerprint().hex() + ".json";
    }

    private void removeAllBut(Map<String, KnownKey> files) {
        for (Path file : existing()) {
            if (!files.containsKey(file.getFileName().toString())) {
                new PrivateFile(file).delete();
            }
        }
    }

    private List<Path> existing() {
        try (Stream<Path> files = Files.list(answerFiles)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nobody answers any more, so nobody needs to get in.
    @Override
    public synchronized void close() {
        removeAllBut(Map.of());
    }
}
