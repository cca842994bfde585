package org.hms.registry.curation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hms.registry.curation.FacilityDraft;
import org.hms.registry.curation.Proposal;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A proposal as a client sends it. */
public record ProposalBody(
        @Nullable String kind,
        @Nullable String facility,
        @Nullable Integer base,
        @Nullable DraftBody draft,
        @Nullable List<String> absorbed,
        @Nullable String reason) {

    /** How a facility is to be published. */
    public record DraftBody(
            @Nullable String name,
            @Nullable String type,
            @Nullable String ownership,
            @Nullable String district,
            @Nullable String healthRegion,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable List<String> phones,
            @Nullable String mspbsCode) {

        FacilityDraft draft() {
            return new FacilityDraft(
                    present(name, "draft/name"),
                    type,
                    ownership,
                    district,
                    healthRegion,
                    latitude,
                    longitude,
                    phones == null ? List.of() : phones,
                    mspbsCode);
        }
    }

    Proposal proposal() {
        return new Proposal(
                kind(present(kind, "kind")),
                facility,
                base == null ? 0 : base,
                draft == null ? null : draft.draft(),
                absorbed == null ? List.of() : absorbed,
                present(reason, "reason"));
    }

    private static Proposal.Kind kind(String code) {
        return Arrays.stream(Proposal.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.badRequest("The kind is create, change, close, reopen, reattest or merge"));
    }

    private static String present(@Nullable String text, String name) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("The body says no " + name);
        }
        return text;
    }
}
