package dev.modmon.uiapi.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Hands out one key after the other, each key once, and remembers for a message what became of them.
public final class IdentityQueue implements AutoCloseable {
    private final Deque<IdentitySource> sources;
    private final Deque<Identity> found = new ArrayDeque<>();
    private final Set<SshPublicKey> seen = new HashSet<>();
    private final List<String> tried = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    // Not guarded by the lock: closing must get through to an agent that another thread waits for.
    private final List<SshAgent> agents = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    IdentityQueue(List<IdentitySource> sources) {
        this.sources = new ArrayDeque<>(sources);
    }

    /// The next key; null when there is none left.
    ///
    /// @throws InvalidSshKeyException when a file that the user named cannot be used
    public synchronized @Nullable Identity next() {
        while (true) {
            Identity identity = found.poll();
            if (identity == null) {
                IdentitySource source = sources.poll();
                if (source == null || closed) {
                    return null;
                }
                look(source);
            } else if (seen.add(identity.publicKey())) {
                tried.add(identity.publicKey() + " (" + identity.origin() + ")");
                return identity;
            }
        }
    }

    /// Notes that a key could not be used after all.
    public synchronized void skip(Identity identity, Exception why) {
        skipped.add("%s: %s".formatted(identity.origin(), why.getMessage()));
    }

    /// The keys that were handed out, for a message.
    public synchronized List<String> tried() {
        return List.copyOf(tried);
    }

    /// What could not be used, and why, for a message.
    public synchronized List<String> skipped() {
        return List.copyOf(skipped);
    }

    @Override
    public void close() {
        closed = true;
        for (SshAgent agent : agents) {
            try {
                agent.close();
            } catch (IOException e) {
                // It was only read from and asked; nothing is lost.
            }
        }
    }

    private void look(IdentitySource source) {
        // No pattern switch here: its first use takes longer than the whole login.
        if (source instanceof IdentitySource.NamedFile named) {
            readNamed(named.file());
        } else if (source instanceof IdentitySource.UsualFile usual) {
            readUsual(usual.file());
        } else if (source instanceof IdentitySource.Agent agent) {
            ask(agent.socket());
        }
    }

    private void readNamed(Path file) {
        try {
            found.add(new FileIdentity(SshKeyPair.read(file), file.toString()));
        } catch (IOException e) {
            throw new InvalidSshKeyException(
                    "The key file '%s' cannot be read: %s.".formatted(file, e), e);
        }
    }

    private void readUsual(Path file) {
        try {
            found.add(new FileIdentity(SshKeyPair.read(file), file.toString()));
        } catch (IOException e) {
            skipped.add("The key file '%s' cannot be read: %s.".formatted(file, e));
        } catch (InvalidSshKeyException e) {
            skipped.add(String.valueOf(e.getMessage()));
        }
    }

    private void ask(Path socket) {
        try {
            SshAgent agent = SshAgent.connect(socket);
            agents.add(agent);
            found.addAll(agent.identities());
        } catch (IOException e) {
            skipped.add(String.valueOf(e.getMessage()));
        }
    }
}
