package org.hms.registry.editorial;

import java.time.Instant;
import org.hms.registry.editorial.Change.NewMapping;
import org.jspecify.annotations.Nullable;

/** A change somebody proposed, or a machine did, and what became of it. */
public record Proposal(
        long id,
        Change change,
        Origin origin,
        State state,
        String author,
        Instant at,
        @Nullable Review review,
        @Nullable String version) {

    /** Who thought of it. */
    public enum Origin {
        PERSON,
        /** The labels of both sides are alike; a candidate that no person has chosen. */
        LABEL_SEARCH,
        /** The linkage engine finds the labels of both sides to say the same; a candidate that no person has chosen. */
        LINKAGE,
        /** It stood in a file of mappings that a person sent. */
        IMPORT;

        /** Whether no person has chosen it yet. */
        public boolean isAutomatic() {
            return this == LABEL_SEARCH || this == LINKAGE;
        }
    }

    /** How far it has come. */
    public enum State {
        OPEN,
        ACCEPTED,
        REJECTED,
        WITHDRAWN,
        PUBLISHED
    }

    /** What a second person said, and what they accepted in the place of what was proposed, if something else. */
    public record Review(
            String reviewer,
            Instant at,
            String reason,
            @Nullable NewMapping corrected) {
        public Review(String reviewer, Instant at, String reason) {
            this(reviewer, at, reason, null);
        }
    }

    /** What is to be published: the change as it was proposed, or as its reviewer corrected it. */
    public Change reviewed() {
        return review == null || review.corrected() == null ? change : review.corrected();
    }
}
