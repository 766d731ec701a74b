package dev.modmon.server.access;

import dev.modmon.core.key.PublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those who may do everything on this server: a directory of public key files, each named for its
/// user, which only somebody who is on the machine can change. It is read anew all the time, so that a
/// change counts within a second.
public final class Admins {
    private static final Logger LOG = LoggerFactory.getLogger(Admins.class);
    private static final Pattern USER = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,30}[a-z0-9])?");
    private static final long MAX_BYTES = 64 * 1024;

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Path directory;
    private final Clock clock;
    private volatile Read last = new Read(Instant.EPOCH, List.of());

    public Admins(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    public List<KnownKey> keys() {
        Instant now = clock.instant();
        Read known = last;
        if (now.isBefore(known.at()) || now.isAfter(known.at().plus(FRESH))) {
            known = new Read(now, read());
            last = known;
        }
        return known.keys();
    }

    private List<KnownKey> read() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().filter(Admins::isKeyFile).flatMap(Admins::read).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.".formatted(directory), e);
        }
    }

    public boolean include(KeyFingerprint key) {
        return keys().stream().anyMatch(known -> known.fingerprint().equals(key));
    }

    private static boolean isKeyFile(Path file) {
        return USER.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Stream<KnownKey> read(Path file) {
        String user = file.getFileName().toString();
        try {
            if (Files.size(file) > MAX_BYTES) {
                LOG.warn("{} is too large for public keys; skipped.", file);
                return Stream.empty();
            }
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> new KnownKey(user, PublicKey.parse(line)))
                    .toList()
                    .stream();
        } catch (NoSuchFileException _) {
            return Stream.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} holds no usable public key and is skipped: {}", file, e.getMessage());
            return Stream.empty();
        }
    }

    private record Read(Instant at, List<KnownKey> keys) {}
}
