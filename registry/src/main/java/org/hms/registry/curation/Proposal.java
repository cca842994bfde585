package org.hms.registry.curation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed.
 *
 * @param facility the facility concerned; the one that remains of a merge; absent for a new one and for a change of districts
 * @param base the version of it that the proposal was made upon; 0 for a new one
 * @param draft how it is to be published, where the kind says how
 * @param absorbed the facilities that a merge makes part of it
 * @param division what a split makes of it
 * @param redistricting which facilities lie in which district from now on
 * @param since the day from which the place or district is another; absent where it was only written down wrongly
 * @param bases the versions of all other facilities concerned
 */
public record Proposal(
        Kind kind,
        @Nullable String facility,
        int base,
        @Nullable FacilityDraft draft,
        List<String> absorbed,
        String reason,
        @Nullable Division division,
        @Nullable Redistricting redistricting,
        @Nullable LocalDate since,
        Map<String, Integer> bases) {

    /** What may be proposed. */
    public enum Kind {
        CREATE,
        /** Correct, upgrade or move it. */
        CHANGE,
        CLOSE,
        REOPEN,
        /** Say that all is still as published. */
        REATTEST,
        MERGE,
        /** Make several of one, which ends unless a draft says how it remains. */
        SPLIT,
        /** Say that facilities lie in another district, since its border moved. */
        REDISTRICT
    }

    /**
     * New facilities that come out of one.
     *
     * @param moves which entries, by id, go to which of them, counted from 0; the others go to the first, or stay where the
     *     divided one remains
     */
    public record Division(List<FacilityDraft> parts, Map<String, Integer> moves) {
        public Division {
            parts = List.copyOf(parts);
            moves = Map.copyOf(moves);
        }
    }

    /** Facilities that a district has got, by the code of the district. */
    public record Redistricting(String district, List<Resettled> facilities) {
        public Redistricting {
            facilities = List.copyOf(facilities);
        }
    }

    /** A facility that another district has got, with the code that it bears there, where it has a new one. */
    public record Resettled(String facility, @Nullable String mspbsCode) {}

    public Proposal {
        absorbed = List.copyOf(absorbed);
        bases = Map.copyOf(Objects.requireNonNullElse(bases, Map.of()));
    }

    /** A proposal that neither divides nor moves borders. */
    public Proposal(
            Kind kind,
            @Nullable String facility,
            int base,
            @Nullable FacilityDraft draft,
            List<String> absorbed,
            String reason) {
        this(kind, facility, base, draft, absorbed, reason, null, null, null, Map.of());
    }

    /** All facilities that are there and are concerned. */
    Stream<String> concerned() {
        return Stream.concat(Stream.ofNullable(facility), others());
    }

    /** Those concerned but for the one that the proposal is about. */
    Stream<String> others() {
        var resettled = redistricting == null
                ? Stream.<String>of()
                : redistricting.facilities().stream().map(Resettled::facility);
        return Stream.concat(absorbed.stream(), resettled);
    }

    Proposal upon(int version, Map<String, Integer> versions) {
        return new Proposal(kind, facility, version, draft, absorbed, reason, division, redistricting, since, versions);
    }

    /** Whether its parts are those that its kind is made of. */
    boolean isWhole() {
        boolean alone = absorbed.isEmpty() && division == null && redistricting == null;
        return switch (kind) {
            case CREATE -> facility == null && draft != null && alone;
            case CHANGE -> facility != null && draft != null && alone;
            case CLOSE, REOPEN, REATTEST -> facility != null && draft == null && alone;
            case MERGE -> facility != null && draft == null && !absorbed.isEmpty() && distinctOthers();
            case SPLIT -> facility != null && division != null && isDivided(division) && absorbed.isEmpty();
            case REDISTRICT ->
                facility == null
                        && redistricting != null
                        && !redistricting.facilities().isEmpty()
                        && since != null
                        && distinctOthers();
        };
    }

    private boolean distinctOthers() {
        return concerned().distinct().count() == concerned().count();
    }

    private boolean isDivided(Division made) {
        int parts = made.parts().size();
        return parts >= (draft == null ? 2 : 1)
                && made.moves().values().stream().allMatch(part -> part >= 0 && part < parts);
    }
}
