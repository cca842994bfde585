package org.hms.registry.curation.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hms.registry.curation.FacilityDraft;
import org.hms.registry.curation.Proposal;
import org.hms.registry.curation.Proposal.Division;
import org.hms.registry.curation.Proposal.Redistricting;
import org.hms.registry.curation.Proposal.Resettled;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A proposal as a client sends it. */
public record ProposalBody(
        @Nullable String kind,
        @Nullable String facility,
        @Nullable Integer base,
        @Nullable DraftBody draft,
        @Nullable List<String> absorbed,
        @Nullable String reason,
        @Nullable List<DraftBody> parts,
        @Nullable Map<String, Integer> moves,
        @Nullable String district,
        @Nullable List<ResettledBody> facilities,
        @Nullable String since) {

    /** A facility that another district has got. */
    public record ResettledBody(
            @Nullable String facility, @Nullable String mspbsCode) {

        Resettled resettled() {
            return new Resettled(present(facility, "facilities/facility"), mspbsCode);
        }
    }

    /** A code, what it is for and of what kind. */
    public record IdentifierBody(
            @Nullable String system,
            @Nullable String value,
            @Nullable String use,
            @Nullable DirectoryType type) {

        DirectoryIdentifier identifier() {
            if (use != null && !USES.contains(use)) {
                throw ProblemException.badRequest("The use of an identifier is one of " + USES);
            }
            return new DirectoryIdentifier(
                    present(system, "identifiers/system"), present(value, "identifiers/value"), use, type);
        }
    }

    private static final List<String> USES = List.of("usual", "official", "temp", "secondary", "old");

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
            @Nullable String mspbsCode,
            @Nullable List<IdentifierBody> identifiers,
            @Nullable DetailsBody details) {

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
                    mspbsCode,
                    identifiers == null
                            ? List.of()
                            : identifiers.stream()
                                    .map(IdentifierBody::identifier)
                                    .toList(),
                    null,
                    details == null ? null : details.details());
        }
    }

    Proposal proposal() {
        return new Proposal(
                kind(present(kind, "kind")),
                facility,
                base == null ? 0 : base,
                draft == null ? null : draft.draft(),
                absorbed == null ? List.of() : absorbed,
                present(reason, "reason"),
                division(),
                redistricting(),
                day(since),
                Map.of());
    }

    private @Nullable Division division() {
        if (parts == null) {
            return null;
        }
        return new Division(parts.stream().map(DraftBody::draft).toList(), moves == null ? Map.of() : moves);
    }

    private @Nullable Redistricting redistricting() {
        if (facilities == null) {
            return null;
        }
        return new Redistricting(
                present(district, "district"),
                facilities.stream().map(ResettledBody::resettled).toList());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("since is a day, such as 2020-12-01");
        }
    }

    private static Proposal.Kind kind(String code) {
        return Arrays.stream(Proposal.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "The kind is create, change, close, reopen, reattest, merge, split or redistrict"));
    }

    private static String present(@Nullable String text, String name) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("The body says no " + name);
        }
        return text;
    }
}
