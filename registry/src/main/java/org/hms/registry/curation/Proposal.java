package org.hms.registry.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed.
 *
 * @param facility the facility concerned; the one that remains of a merge; absent for a new one
 * @param base the version of it that the proposal was made upon; 0 for a new one
 * @param draft how it is to be published, where the kind says how
 * @param absorbed the facilities that a merge makes part of it
 */
public record Proposal(
        Kind kind,
        @Nullable String facility,
        int base,
        @Nullable FacilityDraft draft,
        List<String> absorbed,
        String reason) {

    /** What may be proposed. */
    public enum Kind {
        CREATE,
        /** Correct, upgrade or move it. */
        CHANGE,
        CLOSE,
        REOPEN,
        /** Say that all is still as published. */
        REATTEST,
        MERGE
    }

    public Proposal {
        absorbed = List.copyOf(absorbed);
    }
}
