package dev.modmon.server.git;

import dev.modmon.core.project.CommitId;
import dev.modmon.server.git.GitCommits.CommitRef;
import dev.modmon.server.job.UnusableBundleException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.TransportBundleStream;
import org.eclipse.jgit.transport.URIish;

/// Takes a git bundle into a repository. What it says about objects is checked: their form, and that
/// nothing is missing. Until then no ref points to any of it.
final class BundleImport {
    private final Repository repository;

    BundleImport(Repository repository) {
        this.repository = repository;
    }

    CommitId accept(InputStream bundle) throws IOException {
        try (TransportBundleStream transport =
                new TransportBundleStream(repository, new URIish("bundle"), bundle)) {
            transport.setCheckFetchedObjects(true);
            try (FetchConnection connection = transport.openFetch()) {
                Collection<Ref> refs = connection.getRefs();
                ObjectId commit = onlyCommit(refs);
                connection.fetch(NullProgressMonitor.INSTANCE, refs, Set.of());
                checkConnected(commit);
                keep(commit);
                return new CommitId(commit.name());
            }
        } catch (MissingBundlePrerequisiteException e) {
            throw new UnusableBundleException(
                    "The bundle builds on commits that the server does not have. Make it from a commit that the server has, or of the whole history.",
                    e);
        } catch (TransportException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new UnusableBundleException("The body is no git bundle that can be read.", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectId onlyCommit(Collection<Ref> refs) {
        Set<ObjectId> ids = refs.stream().map(Ref::getObjectId).collect(Collectors.toSet());
        if (ids.size() != 1) {
            throw new UnusableBundleException(
                    "The bundle must be for exactly one commit; this one is for %d."
                            .formatted(ids.size()));
        }
        return ids.iterator().next();
    }

    private void checkConnected(ObjectId id) throws IOException {
        try (ObjectWalk walk = new ObjectWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            walk.markStart(commit);
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(CommitRef.PREFIX)) {
                walk.markUninteresting(walk.parseCommit(ref.getObjectId()));
            }
            walk.checkConnectivity();
        } catch (IncorrectObjectTypeException e) {
            throw new UnusableBundleException("The bundle is not for a commit.", e);
        } catch (MissingObjectException e) {
            throw new UnusableBundleException("The bundle lacks objects that it refers to.", e);
        }
    }

    private void keep(ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(CommitRef.name(commit));
        update.setNewObjectId(commit);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        switch (result) {
            case NEW, NO_CHANGE -> {}
            default ->
                    throw new IOException(
                            "Cannot keep commit %s: %s.".formatted(commit.name(), result));
        }
    }
}
