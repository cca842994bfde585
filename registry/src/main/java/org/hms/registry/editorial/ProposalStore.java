package org.hms.registry.editorial;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.Review;
import org.hms.registry.editorial.Proposal.State;
import org.jspecify.annotations.Nullable;

/** The proposals; what was proposed never changes, only what became of it. */
public interface ProposalStore {

    Proposal add(Change change, Origin origin, String author, Instant at);

    /** All of them or none. */
    List<Proposal> addAll(List<? extends Change> changes, Origin origin, String author, Instant at);

    /** Every mapping that was ever proposed, for one concept or all, whatever became of it. */
    List<Proposal> listMappings(@Nullable String concept);

    Optional<Proposal> find(long id);

    /** Of one state and origin, or all; the oldest first. */
    List<Proposal> list(@Nullable State state, @Nullable Origin origin, int limit, int offset);

    /** All that are accepted and in no version yet, in the order they were proposed. */
    List<Proposal> listAccepted();

    /** From OPEN to another state; false when it was no longer open. */
    boolean settle(long id, State state, @Nullable Review review);

    void markPublished(Collection<Long> ids, String version);
}
