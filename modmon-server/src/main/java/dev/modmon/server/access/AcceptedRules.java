package dev.modmon.server.access;

import dev.modmon.core.access.AccessReader;
import dev.modmon.core.access.AccessRules;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.InvalidInputException;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The access rules that count: of each project those of the last commit that somebody deployed who may
/// change them.
public final class AcceptedRules implements ProjectRules {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedRules.class);

    private final AccessStore store;
    private final Runnable changed;
    private volatile SortedMap<ProjectName, Accepted> accepted;

    /// @param changed is told each time that other rules count
    public AcceptedRules(AccessStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
        SortedMap<ProjectName, Accepted> loaded = new TreeMap<>();
        store.load().forEach((project, texts) -> load(project, texts, loaded));
        this.accepted = Collections.unmodifiableSortedMap(loaded);
    }

    /// Rules that a newer server cannot read any more must not keep it from starting: of that project,
    /// only admins of the machine are let in.
    private static void load(
            ProjectName project,
            Map<String, String> texts,
            SortedMap<ProjectName, Accepted> loaded) {
        AccessFiles files = AccessFiles.of(texts);
        try {
            loaded.put(project, new Accepted(files, parse(files)));
        } catch (InvalidInputException e) {
            LOG.error("The access rules of '{}' cannot be read; nobody has any.", project, e);
        }
    }

    @Override
    public SortedMap<ProjectName, AccessRules> all() {
        SortedMap<ProjectName, AccessRules> rules = new TreeMap<>();
        accepted.forEach((project, of) -> rules.put(project, of.rules()));
        return rules;
    }

    /// Whether these are other rules than those that count.
    public boolean wouldChange(ProjectName project, AccessFiles files) {
        Accepted now = accepted.get(project);
        return now == null ? !files.isEmpty() : !now.files().equals(files);
    }

    /// Whether everybody who may do everything could do so before, by the same key, and nobody of them
    /// is left out.
    ///
    /// @throws InvalidInputException when the files are no valid rules
    public boolean leavesAdminsAlone(ProjectName project, AccessFiles files) {
        Accepted now = accepted.get(project);
        Set<KeyFingerprint> before = now == null ? Set.of() : adminKeys(now.rules());
        return before.equals(adminKeys(parse(files)));
    }

    private static Set<KeyFingerprint> adminKeys(AccessRules rules) {
        return rules.users().values().stream()
                .filter(user -> rules.isAdmin(user.name()))
                .flatMap(user -> user.keys().stream())
                .map(key -> KeyFingerprint.of(key.key()))
                .collect(Collectors.toSet());
    }

    /// From now on these count.
    ///
    /// @throws InvalidInputException when the files are no valid rules
    public synchronized void accept(ProjectName project, CommitId commit, AccessFiles files) {
        Accepted fresh = new Accepted(files, parse(files));
        store.save(project, commit, files.texts());
        SortedMap<ProjectName, Accepted> next = new TreeMap<>(accepted);
        next.put(project, fresh);
        accepted = Collections.unmodifiableSortedMap(next);
        changed.run();
    }

    /// Reports what is wrong with the files.
    public void check(AccessFiles files, Diagnostics diagnostics) {
        new AccessReader(files, diagnostics).read();
    }

    private static AccessRules parse(AccessFiles files) {
        Diagnostics diagnostics = new Diagnostics();
        AccessRules rules = new AccessReader(files, diagnostics).read();
        diagnostics.throwIfErrors();
        return rules;
    }

    private record Accepted(AccessFiles files, AccessRules rules) {}
}
