package org.hms.registry.editorial.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hms.registry.editorial.Change;
import org.hms.registry.editorial.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and what became of it; {@code automatic} ones nobody has chosen, the labels of both sides are alike. A mapping that
 * its reviewer accepted otherwise than it was proposed stands as {@code corrected} beside it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(
        long id,
        String kind,
        Change change,
        boolean automatic,
        String origin,
        String state,
        String author,
        Instant at,
        @Nullable String reviewer,
        @Nullable Instant reviewedAt,
        @Nullable String reason,
        @Nullable Change corrected,
        @Nullable String version) {

    /** A part of the list. */
    public record ProposalPage(int limit, int offset, List<ProposalView> items) {
        public ProposalPage {
            items = List.copyOf(items);
        }
    }

    static ProposalView of(Proposal proposal) {
        var review = proposal.review();
        return new ProposalView(
                proposal.id(),
                kind(proposal.change()),
                proposal.change(),
                proposal.origin().isAutomatic(),
                word(proposal.origin()),
                proposal.state().name().toLowerCase(Locale.ROOT),
                proposal.author(),
                proposal.at(),
                review == null ? null : review.reviewer(),
                review == null ? null : review.at(),
                review == null ? null : review.reason(),
                review == null ? null : review.corrected(),
                proposal.version());
    }

    /** As people write it: label-search. */
    static String word(Proposal.Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kind(Change change) {
        return switch (change) {
            case Change.NewConcept _ -> "concept";
            case Change.NewLabel _ -> "label";
            case Change.NewMapping _ -> "mapping";
            case Change.Deprecate _ -> "deprecation";
        };
    }
}
