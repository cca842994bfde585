package org.hms.registry.patient;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ties records to persons, pair by pair, for those who look after links rather than people. */
public interface IdentityLinks {

    /** A page of what holds now, one more than {@code limit} when there is more; ordered by record, then person. */
    List<IdentityLink> find(Wanted wanted, int limit, int offset);

    /** Each time a record came to one of these persons or left, and each of these records anywhere; newest first. */
    List<Past> history(Collection<String> eids, Collection<String> recordIds);

    /** What is asked for; what is absent does not matter. */
    record Wanted(
            @Nullable String eid,
            @Nullable String recordId,
            @Nullable Result result,
            @Nullable Origin origin) {}

    /**
     * One link. The weight is the best evidence for it, in bits, and absent when nothing was compared.
     *
     * @param alone whether the person was opened for this very record and has no other
     */
    record IdentityLink(
            String eid,
            String recordId,
            Result result,
            Origin origin,
            @Nullable Double weight,
            boolean alone,
            Instant since) {

        /** The match probability that the weight stands for. */
        public @Nullable Double probability() {
            return weight == null ? null : probability(weight);
        }

        private static double probability(double bits) {
            return 1 / (1 + Math.pow(2, -bits));
        }
    }

    /** A record came ({@code MATCH}) or left ({@code NO_MATCH}). */
    record Past(String eid, String recordId, Result result, Instant at, Instant since) {}

    /** Member of the person; perhaps the person, as a steward is asked; not the person, as a steward said. */
    enum Result {
        MATCH,
        POSSIBLE_MATCH,
        NO_MATCH
    }

    /** Whether the evidence or a steward made it so. */
    enum Origin {
        AUTO,
        MANUAL
    }
}
