package org.hms.registry.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Where first answers are kept for a while. */
public interface AnswerStore {

    Optional<StoredAnswer> find(RequestKey key, Instant notBefore);

    /** Keeps an answer and forgets those from before. */
    void keep(RequestKey key, StoredAnswer answer, Instant at, Instant forgetBefore);
}
